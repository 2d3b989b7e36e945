// The last branch of `tables` is empty, but the planner expects a thousand rows of it. Left to itself it expects a single
// table, and compares every table with every constraint: the square of their number.
const THOUSAND_ROWS = "SELECT 0, '', '', 0 FROM generate_series(1, (SELECT 0))";

/**
 * What the catalog queries of all kinds may read; the engine puts it before them:
 * - `scope(oid, nspname)`: the schemas of $1 (a JSON array of names), never Postgres's own
 * - `extension_members(classid, objid)`: what belongs to an extension
 * - `tables(oid, nspname, relname, place)`: the tables of the catalog in their order: ordinary ones in scope, no
 *   partitions, no inheritance children, no members of extensions, none of $2 (a JSON array of qualified names)
 * $3 is a JSON object of what to read beyond the schemas: `tables` with policies of ours, and what of all databases, `shared`.
 */
export const SHARED_CTES: string = `scope AS MATERIALIZED (
    SELECT oid, nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
      AND nspname IN (SELECT json_array_elements_text($1::json))),
  extension_members AS MATERIALIZED (
    SELECT classid, objid FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'),
  tables AS MATERIALIZED (
    SELECT c.oid, n.nspname, c.relname, row_number() OVER (ORDER BY n.nspname, c.relname) AS place
    FROM scope n JOIN pg_class c ON c.relnamespace = n.oid
    WHERE c.relkind = 'r' AND NOT c.relispartition AND c.oid NOT IN (SELECT inhrelid FROM pg_inherits)
      AND ${notExtensionMember("pg_class", "c.oid")}
      AND (n.nspname, c.relname) NOT IN (SELECT x->>'schema', x->>'name' FROM json_array_elements($2::json) x)
    UNION ALL ${THOUSAND_ROWS})`;

/** Says that the object `oid` of the system catalog `catalog` belongs to no extension. */
export function notExtensionMember(catalog: string, oid: string): string {
  return `${oid} NOT IN (SELECT m.objid FROM extension_members m WHERE m.classid = '${catalog}'::regclass)`;
}

/** The names of the columns with the numbers of the int2[] `attnums`, in its order. */
export function columnNames(relation: string, attnums: string): string {
  return `ARRAY(SELECT (SELECT ca.attname FROM pg_attribute ca WHERE ca.attrelid = ${relation} AND ca.attnum = u.attnum)
    FROM unnest(${attnums}) WITH ORDINALITY u(attnum, place) ORDER BY u.place)`;
}

/** The names of an index's INCLUDE columns, null where there are none; `i` is its row of pg_index. */
export const includedColumns: string = `CASE WHEN i.indnatts > i.indnkeyatts
  THEN ${columnNames("i.indrelid", "(i.indkey::int2[])[i.indnkeyatts : i.indnatts - 1]")} END`;

/** DEFERRABLE in words, null where a constraint is not; `k` is its row of pg_constraint. */
export const deferrable: string = `CASE WHEN k.condeferred THEN 'initially deferred'
  WHEN k.condeferrable THEN 'initially immediate' END`;

/** The numbers of a sequence as text; `s` is its row of pg_sequence. */
export const sequenceNumbers: string = `'startWith', s.seqstart::text, 'incrementBy', s.seqincrement::text,
  'minValue', s.seqmin::text, 'maxValue', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle`;

/** Says that a column is serial but for owning the sequence: an integer whose default is the sequence's next value and no more. */
export function isSerialDefault(type: string, expression: string, sequence: string): string {
  // Not format's %L: that writes E'' where there is a backslash, pg_get_expr never does.
  return `${type} IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
    AND ${expression} = 'nextval(''' || replace(${sequence}::regclass::text, '''', '''''') || '''::regclass)'`;
}
