import { objectId, type ObjectId } from "../catalog/name.ts";
import { text, type CatalogRow } from "./row.ts";

/**
 * The enum types and sequences that the columns of some relations need; $1 is a JSON array of qualified names. Tables
 * that nobody looks at keep them alive, so that they cannot be dropped.
 */
export const heldQuery: string = `WITH relations AS MATERIALIZED (
    SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE (n.nspname, c.relname) IN (SELECT x->>'schema', x->>'name' FROM json_array_elements($1::json) x))
  SELECT 'enum' AS kind, n.nspname AS schema, t.typname AS name
  FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND NOT a.attisdropped
  JOIN pg_type y ON y.oid = a.atttypid
  JOIN pg_type t ON t.oid IN (y.oid, y.typelem) AND t.typtype = 'e'
  JOIN pg_namespace n ON n.oid = t.typnamespace
  UNION
  SELECT 'sequence', n.nspname, s.relname
  FROM relations r JOIN pg_attrdef e ON e.adrelid = r.oid
  JOIN pg_depend d ON d.classid = 'pg_attrdef'::regclass AND d.objid = e.oid AND d.refclassid = 'pg_class'::regclass
  JOIN pg_class s ON s.oid = d.refobjid AND s.relkind = 'S'
  JOIN pg_namespace n ON n.oid = s.relnamespace
  ORDER BY 1, 2, 3`;

/** The id of the object in a row of `heldQuery`. */
export function heldFromRow(row: CatalogRow): ObjectId {
  return objectId(text(row, "kind"), text(row, "schema"), text(row, "name"));
}
