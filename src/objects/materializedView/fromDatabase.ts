import { flag, rows, text, textOrNull, type CatalogRow } from "../row.ts";
import { storedQueries, storedQueryColumns, storedQueryFromRow } from "../view/fromDatabase.ts";
import type { MaterializedViewShape } from "./shape.ts";

const DEFAULT_TABLESPACE = `(SELECT s.spcname FROM pg_database b JOIN pg_tablespace s ON s.oid = b.dattablespace
      WHERE b.datname = current_database())`;

/** Materialized views. */
export const materializedViewQuery: string = `SELECT ${storedQueryColumns("MATERIALIZED VIEW")},
    (SELECT am.amname FROM pg_am am
      WHERE am.oid = c.relam AND am.amname <> current_setting('default_table_access_method')) AS "using",
    (SELECT s.spcname FROM pg_tablespace s WHERE s.oid = c.reltablespace) AS tablespace,
    ${DEFAULT_TABLESPACE} AS "defaultTablespace",
    (SELECT coalesce(json_agg(json_build_object('name', o.option_name, 'value', o.option_value)), '[]')
      FROM pg_options_to_table(c.reloptions) o) AS options,
    NOT c.relispopulated AS "withNoData"
  FROM ${storedQueries("m")}`;

/** A materialized view from a row of `materializedViewQuery`. */
export function materializedViewFromRow(row: CatalogRow): MaterializedViewShape {
  return {
    ...storedQueryFromRow(row),
    using: textOrNull(row, "using"),
    tablespace: textOrNull(row, "tablespace"),
    defaultTablespace: text(row, "defaultTablespace"),
    with: rows(row, "options").map((option) => [text(option, "name"), text(option, "value")] as const),
    withNoData: flag(row, "withNoData"),
  };
}
