import { commentSql } from "../comment.ts";
import { notExtensionMember } from "../catalogSql.ts";
import { said, text, textOrNull, type CatalogRow } from "../row.ts";
import type { SchemaShape } from "./shape.ts";

/** Schemas in scope; public exists in every database and is no object. */
export const schemaQuery: string = `SELECT n.nspname AS name, ${commentSql("pg_namespace", "n.oid")} AS comment FROM scope n
  WHERE n.nspname <> 'public' AND ${notExtensionMember("pg_namespace", "n.oid")}
  ORDER BY n.nspname`;

/** A schema from a row of `schemaQuery`. */
export function schemaFromRow(row: CatalogRow): SchemaShape {
  return { name: text(row, "name"), ...said("comment", textOrNull(row, "comment")) };
}
