import { keyConstraintQuery } from "../keyConstraints.ts";
import { deferrableFromRow } from "../primaryKey/fromDatabase.ts";
import { flag, said, text, textOrNull, texts, textsOrNull, type CatalogRow } from "../row.ts";
import type { UniqueShape } from "./shape.ts";

/** Unique constraints of the catalog's tables. */
export const uniqueQuery: string = keyConstraintQuery("u");

/** A unique constraint from a row of `uniqueQuery`. */
export function uniqueFromRow(row: CatalogRow): UniqueShape {
  return {
    schema: text(row, "schema"),
    table: text(row, "table"),
    name: text(row, "name"),
    nameIsExplicit: true,
    columns: texts(row, "columns"),
    nullsNotDistinct: flag(row, "nullsNotDistinct"),
    ...said("include", textsOrNull(row, "include")),
    ...said("comment", textOrNull(row, "comment")),
    ...said("deferrable", deferrableFromRow(row)),
  };
}
