import { flag, said, text, type CatalogRow } from "../row.ts";
import type { RowSecurityShape } from "./shape.ts";

/** The catalog's tables with row-level security. */
export const rowSecurityQuery: string = `SELECT t.nspname AS schema, t.relname AS "table", c.relforcerowsecurity AS forced
  FROM tables t JOIN pg_class c ON c.oid = t.oid AND c.relrowsecurity
  ORDER BY t.place`;

/** Row-level security from a row of `rowSecurityQuery`. */
export function rowSecurityFromRow(row: CatalogRow): RowSecurityShape {
  return {
    schema: text(row, "schema"),
    table: text(row, "table"),
    ...said("forced", flag(row, "forced")),
  };
}
