import type { DrizzleColumn, ModelPlace } from "../objects/drizzle.ts";
import { modelError } from "../objects/drizzle.ts";
import { quoteLiteral } from "../operations/sql.ts";
import type { UnwrappedColumn } from "./columnType.ts";
import type { DrizzleModule } from "./drizzleModule.ts";
import { arrayText, jsonText } from "./literal.ts";
import { sqlText, valueText } from "./sqlText.ts";

/** A JavaScript default as SQL: what the driver would send for it, written as a literal. */
export function defaultValueText(
  value: unknown,
  column: UnwrappedColumn,
  drizzle: DrizzleModule,
  place: ModelPlace,
): string {
  if (column.dimensions === 0) return scalarText(value, column, drizzle, place);
  if (!Array.isArray(value)) return valueText(value, place);
  return quoteLiteral(arrayText(elements(value, column.dimensions, column, drizzle, place)));
}

function elements(
  values: readonly unknown[],
  depth: number,
  column: UnwrappedColumn,
  drizzle: DrizzleModule,
  place: ModelPlace,
): readonly unknown[] {
  return values.map((value) => {
    if (value === null) return null;
    // Postgres does not mind how many dimensions are declared, so a shallower or deeper value is taken as it is.
    if (depth > 1 && Array.isArray(value)) return elements(value, depth - 1, column, drizzle, place);
    return driverValue(value, column, drizzle, place);
  });
}

function scalarText(
  value: unknown,
  column: UnwrappedColumn,
  drizzle: DrizzleModule,
  place: ModelPlace,
): string {
  const sent = driverValue(value, column, drizzle, place);
  if (drizzle.isSql(sent)) return sqlText(sent, drizzle, place);
  // Numeric columns send numbers as text; the number is what the author wrote.
  const isNumber =
    column.leaf.columnType.startsWith("PgNumeric") && typeof value !== "string" && sent === String(value);
  return valueText(isNumber ? value : sent, place);
}

/** What stands for one value: text where Postgres reads it from text, else a scalar. */
function driverValue(
  value: unknown,
  column: UnwrappedColumn,
  drizzle: DrizzleModule,
  place: ModelPlace,
): unknown {
  const { leaf } = column;
  if (leaf.columnType === "PgJson" || leaf.columnType === "PgJsonb") return json(value, drizzle, place);
  if (value instanceof Date && !drizzle.orm.is(leaf, drizzle.pg.PgCustomColumn))
    return dateText(value, leaf.getSQLType());
  const sent = throughDriver(value, column);
  return withSrid(sent, leaf);
}

/**
 * Drizzle 0.45 puts a string default of a JSON column into SQL as it is, so `'{}'` means an empty object there;
 * 1.0 encodes it like any other value. A string that is no JSON would be refused by Postgres, so it is encoded in both.
 */
function json(value: unknown, drizzle: DrizzleModule, place: ModelPlace): string {
  if (typeof value === "string" && drizzle.line === "0.45" && isJson(value)) return value;
  const text = jsonText(value);
  if (text !== undefined) return text;
  const hint = "Write the default as a piece of SQL instead: sql`'...'::jsonb`.";
  throw modelError("no-json-literal", place, "the default cannot be written as JSON", hint);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `mapToDriverValue` of a 1.0 array column takes the whole array, so one element goes in and out wrapped. */
function throughDriver(value: unknown, { leaf, driverDimensions }: UnwrappedColumn): unknown {
  try {
    let mapped = leaf.mapToDriverValue(wrap(value, driverDimensions));
    for (let i = 0; i < driverDimensions; i += 1) mapped = Array.isArray(mapped) ? mapped[0] : mapped;
    return mapped;
  } catch {
    // The default is not of the column's own type, as in `timestamp().default("now")`: take it literally.
    return value;
  }
}

function wrap(value: unknown, times: number): unknown {
  return times === 0 ? value : [wrap(value, times - 1)];
}

/** A date as the column's type takes it, in UTC, which is what Drizzle sends. */
function dateText(value: Date, type: string): string | Date {
  if (Number.isNaN(value.getTime())) return value;
  const [day = "", time = ""] = value.toISOString().split("T");
  if (type === "date") return day;
  if (!type.startsWith("timestamp")) return value;
  const zone = type.endsWith("with time zone") ? "+00" : "";
  return `${day} ${time.replace(/(?:\.000)?Z$/, "")}${zone}`;
}

/** 1.0 knows the SRID of a geometry; Postgres refuses a point that has another. */
function withSrid(sent: unknown, leaf: DrizzleColumn): unknown {
  const srid = leaf.columnType.startsWith("PgGeometry") && "srid" in leaf ? leaf.srid : undefined;
  return typeof srid === "number" && typeof sent === "string" ? `SRID=${srid};${sent}` : sent;
}
