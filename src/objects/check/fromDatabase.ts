import { printedExpression } from "../printedText.ts";
import { flag, said, text, type CatalogRow } from "../row.ts";
import type { CheckShape } from "./shape.ts";

/** Check constraints of the catalog's tables. */
export const checkQuery: string = `SELECT t.nspname AS schema, t.relname AS "table", k.conname AS name,
    pg_get_expr(k.conbin, k.conrelid) AS expression, NOT k.convalidated AS "notValid", k.connoinherit AS "noInherit"
  FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'c'
  ORDER BY t.place, k.conname`;

/** A check constraint from a row of `checkQuery`. */
export function checkFromRow(row: CatalogRow): CheckShape {
  return {
    schema: text(row, "schema"),
    table: text(row, "table"),
    name: text(row, "name"),
    nameIsExplicit: true,
    expression: printedExpression(text(row, "expression")),
    notValid: flag(row, "notValid"),
    ...said("noInherit", flag(row, "noInherit")),
  };
}
