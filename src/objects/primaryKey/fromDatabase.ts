import { keyConstraintQuery } from "../keyConstraints.ts";
import { said, text, textOrNull, texts, textsOrNull, type CatalogRow } from "../row.ts";
import type { Deferrable, PrimaryKeyShape } from "./shape.ts";

/** Primary keys of the catalog's tables. */
export const primaryKeyQuery: string = keyConstraintQuery("p");

/** A primary key from a row of `primaryKeyQuery`. */
export function primaryKeyFromRow(row: CatalogRow): PrimaryKeyShape {
  return {
    schema: text(row, "schema"),
    table: text(row, "table"),
    name: text(row, "name"),
    nameIsExplicit: true,
    columns: texts(row, "columns"),
    ...said("include", textsOrNull(row, "include")),
    ...said("comment", textOrNull(row, "comment")),
    ...said("deferrable", deferrableFromRow(row)),
  };
}

/** When a deferrable constraint is checked, null for one that is not deferrable. */
export function deferrableFromRow(row: CatalogRow): Deferrable | null {
  const value = row["deferrable"];
  return value === "initially immediate" || value === "initially deferred" ? value : null;
}
