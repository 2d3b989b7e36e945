import { printedExpression } from "../printedText.ts";
import { flag, rows, said, text, textOrNull, texts, type CatalogRow } from "../row.ts";
import { usesFromRow, usesSql } from "../uses.ts";
import { normalRoles } from "./roles.ts";
import type { PolicyCommand, PolicyShape } from "./shape.ts";

// Also tables outside the catalog, where the models have policies on them: those of a platform, maybe partitioned.
const POLICED = `SELECT oid, nspname, relname, false AS beyond FROM tables
  UNION ALL
  SELECT c.oid, n.nspname, c.relname, true FROM json_array_elements($3::json->'tables') x
  JOIN pg_namespace n ON n.nspname = x->>'schema'
  JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = x->>'name' AND c.relkind IN ('r', 'p')
  WHERE c.oid NOT IN (SELECT oid FROM tables)`;

const COLUMNS = `(SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod))
    ORDER BY a.attnum)
  FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped)`;

/** Policies of the catalog's tables, and of the tables in $3. The expressions' own table is among their uses. */
export const policyQuery: string = `SELECT t.nspname AS schema, t.relname AS "table", p.polname AS name,
    p.polpermissive AS permissive, p.polcmd AS command,
    ARRAY(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r)::text END FROM unnest(p.polroles) r) AS roles,
    pg_get_expr(p.polqual, p.polrelid) AS "using", pg_get_expr(p.polwithcheck, p.polrelid) AS "withCheck",
    current_user AS "currentUser", session_user AS "sessionUser",
    ${usesSql("d.classid = 'pg_policy'::regclass AND d.objid = p.oid", "0")} AS uses,
    CASE WHEN t.beyond THEN ${COLUMNS} END AS columns
  FROM (${POLICED}) t JOIN pg_policy p ON p.polrelid = t.oid
  ORDER BY t.nspname, t.relname, p.polname`;

const COMMANDS: Readonly<Record<string, PolicyCommand>> = {
  r: "select",
  a: "insert",
  w: "update",
  d: "delete",
};

/** A policy from a row of `policyQuery`. */
export function policyFromRow(row: CatalogRow): PolicyShape {
  const roles = normalRoles(texts(row, "roles"));
  return {
    schema: text(row, "schema"),
    table: text(row, "table"),
    name: text(row, "name"),
    permissive: flag(row, "permissive"),
    command: COMMANDS[text(row, "command")] ?? "all",
    roles,
    using: expression(row, "using"),
    withCheck: expression(row, "withCheck"),
    uses: usesFromRow(row, "uses"),
    ...said("meanings", meanings(row, roles)),
    ...said("columns", row["columns"] !== null && columns(row)),
  };
}

function expression(row: CatalogRow, key: string): string | null {
  const found = textOrNull(row, key);
  return found === null ? null : printedExpression(found);
}

/** Postgres keeps the role that a keyword meant when the policy was made; only the connected one can be meant now. */
function meanings(row: CatalogRow, roles: readonly string[]): PolicyShape["meanings"] | null {
  const [current, session] = [text(row, "currentUser"), text(row, "sessionUser")];
  if (!roles.includes(current) && !roles.includes(session)) return null;
  return { current_user: current, current_role: current, session_user: session };
}

function columns(row: CatalogRow): PolicyShape["columns"] {
  return rows(row, "columns").map((column) => ({ name: text(column, "name"), type: text(column, "type") }));
}
