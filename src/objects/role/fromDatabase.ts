import { flag, said, text, textOrNull, type CatalogRow } from "../row.ts";
import type { RoleShape } from "./shape.ts";

/**
 * The roles that $3 selects or the models name; without a selection none. Postgres's own are never among them, and
 * superusers and the connected role, which nobody means to drop, only where the models name them.
 */
export const roleQuery: string = `SELECT r.rolname AS name, r.rolcreatedb AS "createDb", r.rolcreaterole AS "createRole",
    r.rolinherit AS inherit, r.rolcanlogin AS login, r.rolreplication AS replication, r.rolbypassrls AS "bypassRls",
    nullif(r.rolconnlimit, -1)::text AS "connectionLimit", r.rolvaliduntil::text AS "validUntil"
  FROM pg_roles r, (SELECT $3::json->'shared' AS wanted) o
  WHERE json_typeof(o.wanted) = 'object' AND r.rolname !~ '^pg_' AND (
    r.rolname IN (SELECT json_array_elements_text(o.wanted->'named'))
    OR NOT r.rolsuper AND r.rolname NOT IN (current_user, session_user)
      AND r.rolname NOT IN (SELECT json_array_elements_text(o.wanted->'exclude'))
      AND (json_array_length(o.wanted->'include') = 0
        OR r.rolname IN (SELECT json_array_elements_text(o.wanted->'include'))))
  ORDER BY r.rolname`;

/** A role from a row of `roleQuery`. */
export function roleFromRow(row: CatalogRow): RoleShape {
  const limit = textOrNull(row, "connectionLimit");
  return {
    name: text(row, "name"),
    createDb: flag(row, "createDb"),
    createRole: flag(row, "createRole"),
    inherit: flag(row, "inherit"),
    ...said("login", flag(row, "login")),
    ...said("replication", flag(row, "replication")),
    ...said("bypassRls", flag(row, "bypassRls")),
    ...said("connectionLimit", limit === null ? null : Number(limit)),
    ...said("validUntil", textOrNull(row, "validUntil")),
  };
}
