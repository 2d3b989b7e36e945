import { commentSql } from "../comment.ts";
import { printedExpression } from "../printedText.ts";
import { flag, said, text, textOrNull, type CatalogRow } from "../row.ts";
import type { CheckShape } from "./shape.ts";

/** Check constraints of the catalog's tables. NOT ENFORCED came with 18: before, the name is found in `missing`. */
export const checkQuery: string = `SELECT t.nspname AS schema, t.relname AS "table", k.conname AS name,
    pg_get_expr(k.conbin, k.conrelid) AS expression, NOT k.convalidated AS "notValid", k.connoinherit AS "noInherit",
    ${commentSql("pg_constraint", "k.oid")} AS comment,
    NOT k.enforced AS "notEnforced"
  FROM (SELECT true AS conenforced) missing, tables t
  CROSS JOIN LATERAL (SELECT c.*, conenforced AS enforced
    FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'c') k
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
    ...said("comment", textOrNull(row, "comment")),
    ...said("notEnforced", flag(row, "notEnforced")),
    ...said("noInherit", flag(row, "noInherit")),
  };
}
