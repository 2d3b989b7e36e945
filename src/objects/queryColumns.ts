import { rows, text, textOrNull, type CatalogRow } from "./row.ts";

/** A column of a query as CREATE OR REPLACE VIEW compares it. */
export interface QueryColumn {
  readonly name: string;
  readonly type: string;
  /** Null where it is the type's own. */
  readonly collation: string | null;
}

/** SQL for a JSON array of a relation's columns. */
export function queryColumns(relation: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('name', qa.attname, 'type', format_type(qa.atttypid, qa.atttypmod),
      'collation', CASE WHEN qa.attcollation <> qt.typcollation THEN qa.attcollation::regcollation::text END)
    ORDER BY qa.attnum), '[]')
    FROM pg_attribute qa JOIN pg_type qt ON qt.oid = qa.atttypid
    WHERE qa.attrelid = ${relation} AND qa.attnum > 0 AND NOT qa.attisdropped)`;
}

/** The columns in a row of `queryColumns`. */
export function queryColumnsFromRow(row: CatalogRow, key: string): readonly QueryColumn[] {
  return rows(row, key).map((column) => ({
    name: text(column, "name"),
    type: text(column, "type"),
    collation: textOrNull(column, "collation"),
  }));
}
