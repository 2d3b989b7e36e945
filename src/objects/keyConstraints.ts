import { commentSql } from "./comment.ts";
import { columnNames, deferrable, includedColumns } from "./catalogSql.ts";

/**
 * The query of constraints that an index enforces: `p` primary keys, `u` uniques. WITHOUT OVERLAPS (18) is another
 * constraint that only shares the type, and stays out. A column that the server's major lacks is found in `missing`,
 * since a name is looked up in the inner query first.
 */
export function keyConstraintQuery(contype: "p" | "u"): string {
  return `SELECT t.nspname AS schema, t.relname AS "table", k.conname AS name,
    ${columnNames("k.conrelid", "k.conkey")} AS columns, ${includedColumns} AS include, ${deferrable} AS deferrable,
    i.not_distinct AS "nullsNotDistinct", ${commentSql("pg_constraint", "k.oid")} AS comment
  FROM (SELECT false AS conperiod, false AS indnullsnotdistinct) missing, tables t
  CROSS JOIN LATERAL (SELECT c.*, conperiod AS period
    FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = '${contype}') k
  CROSS JOIN LATERAL (SELECT x.*, indnullsnotdistinct AS not_distinct
    FROM pg_index x WHERE x.indexrelid = k.conindid) i
  WHERE NOT k.period
  ORDER BY t.place, k.conname`;
}
