import type { QualifiedName } from "../catalog/name.ts";
import type { Session } from "../database/session.ts";
import { BARE_PATH, rolledBack } from "../database/transaction.ts";
import { text } from "../objects/row.ts";

/**
 * Describes what is in a database, one line for each thing, in an order of its own. It is Postgres's own description
 * and has nothing in common with the catalog that Limbeck compares, so that a blind spot of the one is none of the other.
 * The tables in `exclude` are left out; columns are listed by name, since those that are added again come last.
 */
export async function fingerprint(
  session: Session,
  exclude: readonly QualifiedName[],
): Promise<readonly string[]> {
  const names = JSON.stringify(exclude.map(({ schema, name }) => `${schema}.${name}`));
  const rows = await rolledBack(session, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", BARE_PATH, () =>
    session.query(STATEMENT, [names]),
  );
  return rows.map((row) => text(row, "line")).toSorted();
}

/** The lines that only one side has, marked with the side. */
export function residue(expected: readonly string[], found: readonly string[]): readonly string[] {
  const [wanted, present] = [new Set(expected), new Set(found)];
  return [
    ...expected.filter((line) => !present.has(line)).map((line) => `- ${line}`),
    ...found.filter((line) => !wanted.has(line)).map((line) => `+ ${line}`),
  ];
}

const COLUMN = `format('column %s.%I %s %s %s %s %s %s', r.oid::regclass, a.attname,
    format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END, a.attidentity, a.attgenerated,
    (SELECT pg_get_expr(e.adbin, e.adrelid) FROM pg_attrdef e WHERE e.adrelid = a.attrelid AND e.adnum = a.attnum),
    (SELECT o.collname FROM pg_collation o WHERE o.oid = a.attcollation))
  || coalesce(' ' || a.attacl::text, '') || coalesce(' ' || a.attoptions::text, '') || ' ' || a.attstorage::text`;

const RELATION = `format('relation %s %s %s %s %s %s %s', c.oid::regclass, c.relkind, c.relpersistence,
    c.relrowsecurity, c.relforcerowsecurity, ARRAY(SELECT o FROM unnest(c.reloptions) o ORDER BY o), c.relacl)
  || CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) ELSE '' END
  || coalesce(' in ' || (SELECT spcname FROM pg_tablespace WHERE oid = c.reltablespace), '')
  || coalesce(' using ' || (SELECT amname FROM pg_am WHERE oid = c.relam AND c.relkind IN ('r', 'm')), '')`;

const INDEX = `format('index %s clustered %s replica %s valid %s', pg_get_indexdef(i.indexrelid), i.indisclustered,
    i.indisreplident, i.indisvalid)`;

const SEQUENCE = `format('sequence %s %s %s %s %s %s %s %s', s.seqrelid::regclass, format_type(s.seqtypid, NULL),
    s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle)
  || coalesce((SELECT format(' of %s.%I', d.refobjid::regclass, oa.attname) FROM pg_depend d
      JOIN pg_attribute oa ON oa.attrelid = d.refobjid AND oa.attnum = d.refobjsubid
      WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.deptype IN ('a', 'i')), '')`;

const TYPE = `format('type %s %s %s', t.oid::regtype, t.typtype, t.typacl)
  || coalesce((SELECT string_agg(quote_literal(e.enumlabel), ' ' ORDER BY e.enumsortorder)
      FROM pg_enum e WHERE e.enumtypid = t.oid), '')
  || CASE WHEN t.typtype = 'd' THEN format(' %s %s %s', format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault)
      ELSE '' END`;

const POLICY = `format('policy %I on %s %s %s %s using %s check %s', p.polname, p.polrelid::regclass, p.polcmd,
    p.polpermissive, ARRAY(SELECT CASE u WHEN 0 THEN 'public' ELSE u::regrole::text END
      FROM unnest(p.polroles) u ORDER BY 1), pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))`;

const CONSTRAINT = `format('constraint %I on %s %s %s', k.conname,
    CASE WHEN k.conrelid <> 0 THEN k.conrelid::regclass::text ELSE k.contypid::regtype::text END,
    pg_get_constraintdef(k.oid), k.convalidated)`;

const STATEMENT = `WITH
  spaces AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
  members AS (SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'),
  relations AS (SELECT c.* FROM pg_class c JOIN spaces n ON n.oid = c.relnamespace
    WHERE (n.nspname || '.' || c.relname) NOT IN (SELECT json_array_elements_text($1::json))
      AND c.oid NOT IN (SELECT objid FROM members WHERE classid = 'pg_class'::regclass)),
  tables AS (SELECT * FROM relations WHERE relkind NOT IN ('i', 'I', 'S')),
  lines (line, class, id, part) AS (
    SELECT 'schema ' || nspname, 'pg_namespace'::regclass::oid, oid, 0 FROM spaces WHERE nspname <> 'public'
    UNION ALL SELECT ${RELATION}, 'pg_class'::regclass, c.oid, 0 FROM tables c
    UNION ALL SELECT ${COLUMN}, 'pg_class'::regclass, r.oid, a.attnum
      FROM tables r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL SELECT ${INDEX}, 'pg_class'::regclass, i.indexrelid, 0
      FROM pg_index i WHERE i.indrelid IN (SELECT oid FROM tables)
    UNION ALL SELECT ${SEQUENCE}, 'pg_class'::regclass, s.seqrelid, 0
      FROM pg_sequence s WHERE s.seqrelid IN (SELECT oid FROM relations)
    UNION ALL SELECT ${TYPE}, 'pg_type'::regclass, t.oid, 0 FROM pg_type t
      WHERE t.typnamespace IN (SELECT oid FROM spaces) AND t.typtype IN ('e', 'd')
        AND t.oid NOT IN (SELECT objid FROM members WHERE classid = 'pg_type'::regclass)
    UNION ALL SELECT ${CONSTRAINT}, 'pg_constraint'::regclass, k.oid, 0 FROM pg_constraint k
      WHERE k.contype <> 'n' AND (k.conrelid IN (SELECT oid FROM tables) OR k.contypid IN (SELECT t.oid FROM pg_type t
        WHERE t.typnamespace IN (SELECT oid FROM spaces)))
    UNION ALL SELECT ${POLICY}, 'pg_policy'::regclass, p.oid, 0 FROM pg_policy p WHERE p.polrelid IN (SELECT oid FROM tables)
    UNION ALL SELECT 'trigger ' || pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text, 'pg_trigger'::regclass, g.oid, 0
      FROM pg_trigger g WHERE NOT g.tgisinternal AND g.tgrelid IN (SELECT oid FROM tables))
  SELECT l.line || coalesce((SELECT ' -- ' || d.description FROM pg_description d
    WHERE d.classoid = l.class AND d.objoid = l.id AND d.objsubid = l.part), '') AS line FROM lines l`;
