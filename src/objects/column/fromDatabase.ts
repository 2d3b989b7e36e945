import { equal } from "../../catalog/equality.ts";
import { isSerialDefault, sequenceNumbers } from "../catalogSql.ts";
import { commentSql } from "../comment.ts";
import { printedExpression } from "../printedText.ts";
import { flag, numberOrNull, row, rowOrNull, said, text, textOrNull, type CatalogRow } from "../row.ts";
import { fillSequence } from "../sequence/defaults.ts";
import { numbersFromRow } from "../sequence/fromDatabase.ts";
import type { ColumnShape, ColumnStorage, IdentityShape, SerialSequence } from "./shape.ts";

/** The sequences that depend on the column `a` in the way of `deptype`: `a` owned by it, `i` internal to its identity. */
function sequenceOf(deptype: "a" | "i", columns: string): string {
  return `SELECT ${columns} FROM pg_depend d
    JOIN pg_class c ON c.oid = d.objid
    JOIN pg_sequence s ON s.seqrelid = d.objid
    WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
      AND d.classid = 'pg_class'::regclass AND d.deptype = '${deptype}'`;
}

const SERIAL_SEQUENCE = `CASE WHEN a.expression LIKE 'nextval(%' THEN (${sequenceOf(
  "a",
  `json_build_object('name', c.relname, 'type', format_type(s.seqtypid, NULL), 'numbers', json_build_object(${sequenceNumbers}))`,
)}
  AND ${isSerialDefault("a.atttypid", "a.expression", "d.objid")}) END`;

const IDENTITY = `CASE WHEN a.attidentity <> '' THEN (${sequenceOf(
  "i",
  `json_build_object('always', a.attidentity = 'a', 'sequence', c.relname, 'numbers', json_build_object(${sequenceNumbers}))`,
)}) END`;

const COLLATION = `CASE WHEN a.attcollation <> y.typcollation
  THEN (SELECT format('%s.%I', o.collnamespace::regnamespace, o.collname)
    FROM pg_collation o WHERE o.oid = a.attcollation) END`;

// A NOT NULL that was added NOT VALID (18) sets attnotnull all the same: rows may still hold nulls.
const NOT_NULL = `a.attnotnull AND (a.attrelid, a.attnum) NOT IN (
  SELECT k.conrelid, k.conkey[1] FROM pg_constraint k WHERE k.contype = 'n' AND NOT k.convalidated)`;

const NOT_VALID = `CASE WHEN a.attnotnull THEN (SELECT k.conname FROM pg_constraint k
  WHERE k.conrelid = a.attrelid AND k.contype = 'n' AND NOT k.convalidated AND k.conkey[1] = a.attnum) END`;

// OFFSET 0 keeps the planner from printing an expression once for each of its uses.
const COLUMNS = `SELECT t.place, t.nspname, t.relname, a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod,
    a.attnotnull, a.attidentity, a.attgenerated, a.attcollation,
    a.attstorage, a.attcompression, a.attstattarget, pg_get_expr(e.adbin, e.adrelid) AS expression
  FROM tables t
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef e ON e.adrelid = a.attrelid AND e.adnum = a.attnum
  OFFSET 0`;

/** Columns of the catalog's tables, by their place in the table. */
export const columnQuery: string = `SELECT a.nspname AS schema, a.relname AS "table", a.attname AS name,
    format_type(a.atttypid, a.atttypmod) AS type, ${NOT_NULL} AS "notNull", ${NOT_VALID} AS "notValidNotNull", a.expression,
    a.attgenerated <> '' AS "isGenerated", a.attgenerated = 'v' AS "isVirtual", ${IDENTITY} AS identity,
    ${SERIAL_SEQUENCE} AS "serialSequence", ${COLLATION} AS collation, nullif(a.attstorage, y.typstorage) AS storage,
    nullif(a.attcompression, '') AS compression, nullif(a.attstattarget, -1) AS statistics,
    ${commentSql("pg_class", "a.attrelid", "a.attnum")} AS comment
  FROM (${COLUMNS}) a JOIN pg_type y ON y.oid = a.atttypid
  ORDER BY a.place, a.attnum`;

const SERIAL: Readonly<Record<string, string>> = {
  smallint: "smallserial",
  integer: "serial",
  bigint: "bigserial",
};

const STORAGE: Readonly<Record<string, ColumnStorage>> = {
  p: "plain",
  e: "external",
  x: "extended",
  m: "main",
};

const COMPRESSION: Readonly<Record<string, string>> = { p: "pglz", l: "lz4" };

/** A column from a row of `columnQuery`. */
export function columnFromRow(found: CatalogRow): ColumnShape {
  const schema = text(found, "schema");
  const serialSequence = rowOrNull(found, "serialSequence");
  const type = text(found, "type");
  return {
    schema,
    table: text(found, "table"),
    name: text(found, "name"),
    type: serialSequence === null ? type : (SERIAL[type] ?? type),
    notNull: flag(found, "notNull"),
    ...said("notValidNotNull", textOrNull(found, "notValidNotNull")),
    ...expressionFromRow(found, serialSequence !== null),
    identity: identityFromRow(rowOrNull(found, "identity")),
    ...said("virtual", flag(found, "isVirtual")),
    ...said("collation", textOrNull(found, "collation")),
    ...said("storage", STORAGE[textOrNull(found, "storage") ?? ""]),
    ...said("compression", COMPRESSION[textOrNull(found, "compression") ?? ""]),
    ...said("statistics", numberOrNull(found, "statistics")),
    ...said("comment", textOrNull(found, "comment")),
    ...said("serialSequence", serialSequence && serialFromRow(schema, type, serialSequence)),
  };
}

/** A sequence lies in the schema of the table that owns it. */
function serialFromRow(schema: string, columnType: string, found: CatalogRow): SerialSequence {
  const [type, numbers] = [text(found, "type"), numbersFromRow(row(found, "numbers"))];
  return {
    schema,
    name: text(found, "name"),
    ...said("type", type !== columnType && type),
    ...said("numbers", !equal(numbers, fillSequence(type)) && numbers),
  };
}

/** pg_attrdef holds defaults and generated expressions alike. */
function expressionFromRow(found: CatalogRow, isSerial: boolean): Pick<ColumnShape, "default" | "generated"> {
  const expression = textOrNull(found, "expression");
  if (expression === null || isSerial) return { default: null, generated: null };
  return flag(found, "isGenerated")
    ? { default: null, generated: printedExpression(expression) }
    : { default: expression, generated: null };
}

function identityFromRow(found: CatalogRow | null): IdentityShape | null {
  if (found === null) return null;
  const generation = flag(found, "always") ? "always" : "byDefault";
  return { generation, sequenceName: text(found, "sequence"), ...numbersFromRow(row(found, "numbers")) };
}
