import { commentSql } from "../comment.ts";
import { isSerialDefault, notExtensionMember, sequenceNumbers } from "../catalogSql.ts";
import { flag, row, rowOrNull, said, text, textOrNull, type CatalogRow } from "../row.ts";
import type { SequenceNumbers, SequenceShape } from "./shape.ts";

const IS_SERIAL = `EXISTS (SELECT FROM pg_attrdef e
  WHERE e.adrelid = a.attrelid AND e.adnum = a.attnum
    AND ${isSerialDefault("a.atttypid", "pg_get_expr(e.adbin, e.adrelid)", "c.oid")})`;

/** Sequences but those of identity columns (deptype `i`), of serial columns, and of columns outside the catalog. */
export const sequenceQuery: string = `SELECT n.nspname AS schema, c.relname AS name,
    ${commentSql("pg_class", "c.oid")} AS comment,
    format_type(s.seqtypid, NULL) AS type, json_build_object(${sequenceNumbers}) AS numbers,
    CASE WHEN t.oid IS NOT NULL THEN json_build_object(
      'schema', n.nspname, 'name', t.relname, 'column', a.attname) END AS "ownedBy"
  FROM pg_class c
  JOIN scope n ON n.oid = c.relnamespace
  JOIN pg_sequence s ON s.seqrelid = c.oid
  LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid
    AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
  LEFT JOIN pg_class t ON t.oid = d.refobjid
  LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
  WHERE c.relkind = 'S' AND (d.objid IS NULL OR d.deptype = 'a' AND t.oid IN (SELECT oid FROM tables))
    AND NOT coalesce(${IS_SERIAL}, false) AND ${notExtensionMember("pg_class", "c.oid")}
  ORDER BY n.nspname, c.relname`;

/** A sequence from a row of `sequenceQuery`. */
export function sequenceFromRow(found: CatalogRow): SequenceShape {
  const owner = rowOrNull(found, "ownedBy");
  return {
    schema: text(found, "schema"),
    name: text(found, "name"),
    type: text(found, "type"),
    ...numbersFromRow(row(found, "numbers")),
    ...said("comment", textOrNull(found, "comment")),
    ...said(
      "ownedBy",
      owner && { schema: text(owner, "schema"), name: text(owner, "name"), column: text(owner, "column") },
    ),
  };
}

/** The numbers of a sequence, whatever it serves, from the pairs of `sequenceNumbers`. */
export function numbersFromRow(numbers: CatalogRow): SequenceNumbers {
  return {
    startWith: text(numbers, "startWith"),
    incrementBy: text(numbers, "incrementBy"),
    minValue: text(numbers, "minValue"),
    maxValue: text(numbers, "maxValue"),
    cache: text(numbers, "cache"),
    cycle: flag(numbers, "cycle"),
  };
}
