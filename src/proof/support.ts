import type { Catalog } from "../catalog/catalog.ts";
import { objectId } from "../catalog/name.ts";
import { identifiersIn } from "../catalog/sqlText.ts";
import type { Row, Session } from "../database/session.ts";
import { BARE_PATH, rolledBack } from "../database/transaction.ts";
import { text } from "../objects/row.ts";
import { RELATIONS } from "../objects/relation.ts";

/**
 * SQL for what objects of the catalogs may need and no catalog holds: roles, extensions, domains, composite types, functions
 * whose names occur in any of their texts, and, as bare tables, the relations that are named and lie outside the
 * catalogs. It is in no order in which all of it could run: what fails must be tried again after the rest.
 */
export async function supportingSql(
  session: Session,
  catalogs: readonly Catalog[],
  texts: readonly string[] = [],
): Promise<readonly string[]> {
  const words = wordsOf(catalogs, texts);
  const known = new Set(catalogs.flatMap(({ objects }) => [...objects.keys()]));
  const rows = await rolledBack(session, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", BARE_PATH, () =>
    session.query(STATEMENT, [JSON.stringify(words)]),
  );
  const isOutside = (row: Row): boolean =>
    RELATIONS.every((kind) => !known.has(objectId(kind, text(row, "schema"), text(row, "relation"))));
  // A schema of the catalogs' own may be what a revision makes or drops.
  const isOurs = (row: Row): boolean =>
    row["place"] === 0 && known.has(objectId("schema", text(row, "schema")));
  return rows
    .filter((row) => (row["relation"] === null ? !isOurs(row) : isOutside(row)))
    .map((row) => text(row, "sql"));
}

/** Every word that the texts and the objects of the catalogs hold, whatever it stands for. */
function wordsOf(catalogs: readonly Catalog[], texts: readonly string[]): readonly string[] {
  const words = new Set(texts.flatMap(identifiersIn));
  const collect = (value: unknown): void => {
    if (typeof value === "string") {
      words.add(value);
      for (const word of identifiersIn(value)) words.add(word);
    } else if (typeof value === "object" && value !== null) Object.values(value).forEach(collect);
  };
  for (const { objects } of catalogs) for (const object of objects.values()) collect(object);
  return [...words];
}

const COLUMNS = `(SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' ORDER BY a.attnum)
  FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)`;

// Foreign keys may point at any of the unique indexes.
const KEYS = `coalesce((SELECT string_agg(format(', UNIQUE (%s)', (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY u.place)
    FROM unnest(i.indkey::int2[]) WITH ORDINALITY u(attnum, place)
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = u.attnum)), '')
  FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL AND 0 <> ALL (i.indkey::int2[])), '')`;

const DOMAIN = `format('CREATE DOMAIN %s AS %s%s%s%s', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
  coalesce(' DEFAULT ' || t.typdefault, ''), CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
  coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), '' ORDER BY k.conname)
    FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'), ''))`;

const STATEMENT = `WITH
  words AS MATERIALIZED (SELECT DISTINCT json_array_elements_text($1::json) AS word),
  spaces AS (SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
  members AS (SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e')
  SELECT -1 AS place, NULL::name AS schema, NULL::name AS relation, format('CREATE ROLE %I', rolname) AS sql
    FROM pg_roles WHERE rolname !~ '^pg_' AND rolname IN (SELECT word FROM words)
  UNION ALL SELECT 0, nspname AS schema, NULL, format('CREATE SCHEMA IF NOT EXISTS %I', nspname)
    FROM spaces WHERE nspname IN (SELECT word FROM words)
      OR oid IN (SELECT extnamespace FROM pg_extension WHERE extname <> 'plpgsql')
  UNION ALL SELECT 1, n.nspname, NULL, format('CREATE EXTENSION IF NOT EXISTS %I SCHEMA %I CASCADE', e.extname, n.nspname)
    FROM pg_extension e JOIN spaces n ON n.oid = e.extnamespace
  UNION ALL SELECT 2, n.nspname, NULL, CASE t.typtype WHEN 'd' THEN ${DOMAIN}
      ELSE format('CREATE TYPE %s AS (%s)', t.oid::regtype, ${COLUMNS}) END
    FROM pg_type t JOIN spaces n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE (t.typtype = 'd' OR t.typtype = 'c' AND c.relkind = 'c') AND t.typname IN (SELECT word FROM words)
      AND t.oid NOT IN (SELECT objid FROM members WHERE classid = 'pg_type'::regclass)
  UNION ALL SELECT 3, n.nspname, NULL, pg_get_functiondef(f.oid)
    FROM pg_proc f JOIN spaces n ON n.oid = f.pronamespace
    WHERE f.prokind = 'f' AND f.proname IN (SELECT word FROM words)
      AND f.oid NOT IN (SELECT objid FROM members WHERE classid = 'pg_proc'::regclass)
  UNION ALL SELECT 4, n.nspname, c.relname, format('CREATE TABLE %I.%I (%s%s)', n.nspname, c.relname, ${COLUMNS}, ${KEYS})
    FROM pg_class c JOIN spaces n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname IN (SELECT word FROM words)
      AND c.oid NOT IN (SELECT objid FROM members WHERE classid = 'pg_class'::regclass)
  ORDER BY place, schema, relation, sql`;
