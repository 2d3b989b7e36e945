import { flag, text, texts, type CatalogRow } from "./row.ts";

/** A relation in scope whose name is taken, and that is no table of the catalog. */
export interface UnreadRelation {
  readonly schema: string;
  readonly name: string;
  /** With its article: `a partitioned table`. */
  readonly what: string;
  /** Whether it holds rows as a table does: a partitioned table, a partition, an inheritance child. */
  readonly isTable: boolean;
  readonly columns: readonly string[];
}

const IS_MEMBER =
  "EXISTS (SELECT FROM extension_members m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)";

/**
 * All relations in scope but the tables of the catalog, the sequences behind columns, and the version tables; views and
 * other sequences may well be read.
 */
export const unreadQuery: string = `SELECT n.nspname AS schema, c.relname AS name,
    CASE WHEN ${IS_MEMBER} THEN 'member' WHEN c.relispartition THEN 'partition' ELSE c.relkind::text END AS kind,
    c.relkind IN ('r', 'p') AND NOT ${IS_MEMBER} AS "isTable",
    ARRAY(SELECT a.attname FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')) AS columns
  FROM scope n JOIN pg_class c ON c.relnamespace = n.oid
  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'c') AND c.oid NOT IN (SELECT oid FROM tables)
    AND NOT (c.relkind = 'S' AND EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')))
    AND (n.nspname, c.relname) NOT IN (SELECT x->>'schema', x->>'name' FROM json_array_elements($2::json) x)
  ORDER BY n.nspname, c.relname`;

const WORDS: Readonly<Record<string, string>> = {
  p: "a partitioned table",
  partition: "a partition",
  // What is left of the ordinary tables.
  r: "a table that inherits from another",
  f: "a foreign table",
  v: "a view",
  m: "a materialized view",
  S: "a sequence",
  c: "a composite type",
  member: "part of an extension",
};

/** A relation from a row of `unreadQuery`. */
export function unreadFromRow(row: CatalogRow): UnreadRelation {
  return {
    schema: text(row, "schema"),
    name: text(row, "name"),
    what: WORDS[text(row, "kind")] ?? "another relation",
    isTable: flag(row, "isTable"),
    columns: texts(row, "columns"),
  };
}
