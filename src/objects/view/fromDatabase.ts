import { notExtensionMember } from "../catalogSql.ts";
import { printedQuery } from "../printedText.ts";
import { queryColumns, queryColumnsFromRow } from "../queryColumns.ts";
import { flag, rows, text, textOrNull, texts, type CatalogRow } from "../row.ts";
import { usesFromRow, usesSql } from "../uses.ts";
import { extrasSql } from "./extrasSql.ts";
import type { ViewShape } from "./shape.ts";
import type { Extra, StoredQuery } from "./storedQuery.ts";

/** Columns of a catalog query that views and materialized views have in common; `c` is the row of pg_class. */
export function storedQueryColumns(command: string): string {
  const rules = "SELECT r.oid FROM pg_rewrite r WHERE r.ev_class = c.oid";
  return `n.nspname AS schema, c.relname AS name, pg_get_viewdef(c.oid) AS query, ${queryColumns("c.oid")} AS columns,
    ${usesSql(`d.classid = 'pg_rewrite'::regclass AND d.objid IN (${rules})`, "c.oid")} AS uses,
    ${extrasSql(command)} AS extras`;
}

/** The relations of one relkind that the catalog holds, to follow `FROM`. */
export function storedQueries(relkind: "v" | "m"): string {
  return `pg_class c JOIN scope n ON n.oid = c.relnamespace
  WHERE c.relkind = '${relkind}' AND ${notExtensionMember("pg_class", "c.oid")}
    AND EXISTS (SELECT FROM pg_rewrite r WHERE r.ev_class = c.oid AND r.rulename = '_RETURN')
    AND (n.nspname, c.relname) NOT IN (SELECT x->>'schema', x->>'name' FROM json_array_elements($2::json) x)
  ORDER BY n.nspname, c.relname`;
}

/** Views. */
export const viewQuery: string = `SELECT ${storedQueryColumns("VIEW")},
    (SELECT option_value FROM pg_options_to_table(c.reloptions) WHERE option_name = 'check_option') AS "checkOption",
    ${isOn("security_barrier")} AS "securityBarrier", ${isOn("security_invoker")} AS "securityInvoker"
  FROM ${storedQueries("v")}`;

/** A flag is kept as it was written. */
function isOn(option: string): string {
  return `coalesce((SELECT option_value::boolean FROM pg_options_to_table(c.reloptions)
      WHERE option_name = '${option}'), false)`;
}

/** A view from a row of `viewQuery`. */
export function viewFromRow(row: CatalogRow): ViewShape {
  const checkOption = textOrNull(row, "checkOption");
  return {
    ...storedQueryFromRow(row),
    checkOption: checkOption === "local" || checkOption === "cascaded" ? checkOption : null,
    securityBarrier: flag(row, "securityBarrier"),
    securityInvoker: flag(row, "securityInvoker"),
  };
}

/** What `storedQueryColumns` asked for. */
export function storedQueryFromRow(row: CatalogRow): StoredQuery {
  return {
    schema: text(row, "schema"),
    name: text(row, "name"),
    query: printedQuery(text(row, "query")),
    columns: queryColumnsFromRow(row, "columns"),
    uses: usesFromRow(row, "uses"),
    extras: rows(row, "extras").map((extra): Extra => ({
      sql: text(extra, "sql"),
      columns: texts(extra, "columns"),
    })),
  };
}
