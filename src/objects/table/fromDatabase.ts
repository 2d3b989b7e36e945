import { commentSql } from "../comment.ts";
import { flag, said, text, textOrNull, textsOrNull, type CatalogRow } from "../row.ts";
import type { TableShape } from "./shape.ts";

/** Tables of the catalog. */
export const tableQuery: string = `SELECT t.nspname AS schema, t.relname AS name, c.reloptions AS options,
    c.relpersistence = 'u' AS unlogged, ${commentSql("pg_class", "c.oid")} AS comment
  FROM tables t JOIN pg_class c ON c.oid = t.oid
  ORDER BY t.place`;

/** A table from a row of `tableQuery`. */
export function tableFromRow(row: CatalogRow): TableShape {
  return {
    schema: text(row, "schema"),
    name: text(row, "name"),
    ...said("options", textsOrNull(row, "options")),
    ...said("comment", textOrNull(row, "comment")),
    ...said("unlogged", flag(row, "unlogged")),
  };
}
