import { commentSql } from "../comment.ts";
import { notExtensionMember } from "../catalogSql.ts";
import { said, text, textOrNull, texts, type CatalogRow } from "../row.ts";
import type { EnumShape } from "./shape.ts";

/** Enum types with their labels in sort order, which is not the order of their oids once a label was added BEFORE another. */
export const enumQuery: string = `SELECT n.nspname AS schema, t.typname AS name, ${commentSql("pg_type", "t.oid")} AS comment,
    ARRAY(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
  FROM pg_type t JOIN scope n ON n.oid = t.typnamespace
  WHERE t.typtype = 'e' AND ${notExtensionMember("pg_type", "t.oid")}
  ORDER BY n.nspname, t.typname`;

/** An enum type from a row of `enumQuery`. */
export function enumFromRow(row: CatalogRow): EnumShape {
  return {
    schema: text(row, "schema"),
    name: text(row, "name"),
    labels: texts(row, "labels"),
    ...said("comment", textOrNull(row, "comment")),
  };
}
