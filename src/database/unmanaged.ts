import { SHARED_CTES } from "../objects/catalogSql.ts";
import type { QualifiedName } from "../catalog/name.ts";
import { rows, text, textOrNull } from "../objects/row.ts";
import type { Session } from "./session.ts";
import { BARE_PATH, PINNED_SETTINGS, rolledBack } from "./transaction.ts";
import { unmanagedKinds } from "./unmanagedKinds.ts";

/** An object that Drizzle cannot say, and that Limbeck therefore leaves as it is. */
export interface UnmanagedObject {
  /** What it is, in words: `trigger`. */
  readonly kind: string;
  /** Its name, qualified and quoted where needed. */
  readonly name: string;
  /** The relation, type or schema that it belongs to. */
  readonly on: string | null;
}

/** The objects of the schemas in scope that are not modelled, in the order of their kinds: one query for all of them. */
export async function readUnmanaged(
  session: Session,
  schemas: readonly string[],
  exclude: readonly QualifiedName[],
): Promise<readonly UnmanagedObject[]> {
  const [row] = await rolledBack(session, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", OPENING, () =>
    session.query(STATEMENT, [JSON.stringify(schemas), JSON.stringify(exclude)]),
  );
  const found: unknown = JSON.parse(text(row ?? {}, "objects"));
  return rows({ found }, "found").map((object) => ({
    kind: text(object, "kind"),
    name: text(object, "name"),
    on: textOrNull(object, "on"),
  }));
}

// With a bare search_path Postgres qualifies every name outside pg_catalog.
const OPENING = `${BARE_PATH}; ${PINNED_SETTINGS}`;

const PARTS = Object.entries(unmanagedKinds).map(
  ([kind, query], place) =>
    `SELECT ${place} AS place, '${kind}' AS kind, u.name::text AS name, u."on"::text AS "on" FROM (${query}) u`,
);

const STATEMENT = `WITH ${SHARED_CTES}, relations AS MATERIALIZED (
    SELECT c.*, n.nspname FROM scope n JOIN pg_class c ON c.relnamespace = n.oid
    WHERE c.oid NOT IN (SELECT objid FROM extension_members WHERE classid = 'pg_class'::regclass)
      AND (n.nspname, c.relname) NOT IN (SELECT x->>'schema', x->>'name' FROM json_array_elements($2::json) x)),
  objects AS (${PARTS.join("\nUNION ALL ")})
  SELECT coalesce(json_agg(json_build_object('kind', kind, 'name', name, 'on', "on")
    ORDER BY place, "on" COLLATE "C" NULLS FIRST, name COLLATE "C"), '[]')::text AS objects FROM objects`;
