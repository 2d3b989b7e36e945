import type { Session } from "../database/session.ts";
import { text } from "../objects/row.ts";
import { quoteIdentifier } from "../operations/sql.ts";

/** Something that somebody made in a database. */
export interface Content {
  /** What `DROP` calls it: `table`. */
  readonly type: string;
  /** Its name as SQL, qualified, with the arguments of a function. */
  readonly identity: string;
}

/** What lies in a database beside what its system and its extensions brought, in an order in which it can be dropped. */
export async function contentOf(session: Session): Promise<readonly Content[]> {
  const rows = await session.query(CONTENT);
  return rows.map((row) => ({ type: text(row, "type"), identity: text(row, "identity") }));
}

/** Drops all content of a scratch database, and of the embedded Postgres the roles; extensions stay, as do their schemas. */
export async function clear(session: Session): Promise<void> {
  const drops = (await contentOf(session)).map(
    ({ type, identity }) => `DROP ${type} IF EXISTS ${identity} CASCADE`,
  );
  await session.execute([...drops, "CREATE SCHEMA IF NOT EXISTS public"].join(";\n"));
  // A server's roles are not ours; the embedded Postgres has only those that were made here.
  if (!session.embedded) return;
  const roles = await session.query(
    "SELECT rolname FROM pg_catalog.pg_roles WHERE rolname !~ '^pg_' AND rolname <> current_user",
  );
  for (const row of roles) {
    const role = quoteIdentifier(text(row, "rolname"));
    await session.execute(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
  }
}

// Everything that has a place in a schema depends on it, but for what goes with a table anyway. An identity's sequence
// can only be dropped with its table.
const CONTENT = `WITH
  spaces AS (SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
  members AS (SELECT classid, objid FROM pg_catalog.pg_depend
    WHERE refclassid = 'pg_catalog.pg_extension'::regclass AND deptype = 'e')
  SELECT CASE i.type WHEN 'composite type' THEN 'type' ELSE i.type END AS type, i.identity,
      CASE i.type WHEN 'sequence' THEN 1 ELSE 0 END AS place
    FROM pg_catalog.pg_depend d JOIN spaces n ON n.oid = d.refobjid,
      LATERAL pg_catalog.pg_identify_object(d.classid, d.objid, 0) i
    WHERE d.refclassid = 'pg_catalog.pg_namespace'::regclass AND d.classid::regclass::text = ANY (ARRAY[
      'pg_class', 'pg_proc', 'pg_type', 'pg_collation', 'pg_operator', 'pg_opclass', 'pg_opfamily', 'pg_conversion',
      'pg_ts_config', 'pg_ts_dict', 'pg_ts_parser', 'pg_ts_template'])
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = d.classid AND m.objid = d.objid)
  UNION ALL SELECT 'publication', quote_ident(pubname), 0 FROM pg_catalog.pg_publication
  UNION ALL SELECT 'event trigger', quote_ident(evtname), 0 FROM pg_catalog.pg_event_trigger e
    WHERE NOT EXISTS (SELECT FROM members m
      WHERE m.classid = 'pg_catalog.pg_event_trigger'::regclass AND m.objid = e.oid)
  UNION ALL SELECT 'schema', quote_ident(nspname), 2 FROM spaces
    WHERE nspname <> 'public' AND oid NOT IN (SELECT extnamespace FROM pg_catalog.pg_extension)
      AND oid NOT IN (SELECT objid FROM members WHERE classid = 'pg_catalog.pg_namespace'::regclass)
  ORDER BY place, type, identity`;
