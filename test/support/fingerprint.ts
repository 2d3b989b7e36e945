import { constraintSections } from "./fingerprint/constraints.ts";
import { programSections } from "./fingerprint/programs.ts";
import { relationSections } from "./fingerprint/relations.ts";
import { literal, pinned } from "./fingerprint/session.ts";
import type { Query } from "./fingerprint/session.ts";
import { surroundingSections } from "./fingerprint/surroundings.ts";
import { typeSections } from "./fingerprint/types.ts";

export { rowChecksums } from "./fingerprint/rows.ts";
export type { Query } from "./fingerprint/session.ts";

export interface FingerprintOptions {
  /** Leave out which column comes before which. */
  readonly ignoreColumnOrder?: boolean;
  /** Tables as "schema.table", left out with everything that hangs on them. */
  readonly excludeTables?: readonly string[];
  /** Include how far each sequence has come. */
  readonly sequenceValues?: boolean;
}

/**
 * Describes everything in the user's part of the catalog, one sorted line per object: the
 * independent observer of what migrations do. It shares no code with the project.
 */
export async function fingerprint(query: Query, options: FingerprintOptions = {}): Promise<string[]> {
  return pinned(query, async () => {
    const [server] = await query("SELECT current_setting('server_version_num') AS version");
    const rows = await query(statement(Number(server?.["version"]), options));
    return rows.map((row) => String(row["line"])).toSorted();
  });
}

function statement(version: number, options: FingerprintOptions): string {
  const { ignoreColumnOrder = false, sequenceValues = false, excludeTables = [] } = options;
  const sections = [
    ...surroundingSections(version),
    ...typeSections,
    ...relationSections({ ignoreColumnOrder, sequenceValues }),
    ...constraintSections,
    ...programSections,
  ];
  return `${scope(excludeTables)},
    object (class, id, sub, label, detail) AS (${sections.join("\nUNION ALL ")})
    SELECT coalesce(label, (SELECT o.type || ' ' || o.identity
        FROM pg_identify_object(class, id, sub) o), 'unknown')
      || ' ' || jsonb_strip_nulls(detail) AS line
    FROM object WHERE NOT EXISTS (
      SELECT FROM skip WHERE skip.class = object.class AND skip.id = object.id)`;
}

/** The user's schemas and relations, and what to skip: members of extensions, excluded tables. */
function scope(excludeTables: readonly string[]): string {
  return `WITH RECURSIVE skip (class, id) AS (
      (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
      UNION SELECT 'pg_class'::regclass, c.oid
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname || '.' || c.relname
          = ANY (ARRAY[${excludeTables.map(literal).join(", ")}]::text[]))
      UNION SELECT d.classid, d.objid
        FROM skip JOIN pg_depend d ON d.refclassid = skip.class AND d.refobjid = skip.id
        WHERE d.deptype IN ('a', 'i')),
    ns AS (SELECT * FROM pg_namespace
      WHERE nspname <> 'information_schema' AND nspname !~ '^pg_(catalog|toast|temp)'),
    rel AS (SELECT c.* FROM pg_class c WHERE c.relnamespace IN (SELECT oid FROM ns))`;
}
