import { DEFAULT_SCHEMA, truncateIdentifier, type QualifiedName } from "../catalog/name.ts";
import { modelError, type DrizzleAdapter, type DrizzleColumn, type ModelPlace } from "../objects/drizzle.ts";
import { defaultValueText } from "./columnDefault.ts";
import { columnType, enumOf, unwrap } from "./columnType.ts";
import type { DrizzleModule } from "./drizzleModule.ts";
import { queryText, sqlText, valueText } from "./sqlText.ts";

const TABLE_NAME = Symbol.for("drizzle:Name");
const TABLE_SCHEMA = Symbol.for("drizzle:Schema");

/** What the kinds ask of Drizzle, answered by the user's own drizzle-orm. */
export function createAdapter(drizzle: DrizzleModule): DrizzleAdapter {
  return {
    line: drizzle.line,
    columnName: ({ name, keyAsName }) => truncateIdentifier(keyAsName ? drizzle.applyCasing(name) : name),
    tableName,
    isSql: drizzle.isSql,
    sqlText: (chunk, place) => sqlText(chunk, drizzle, place),
    queryText: (chunk, place) => queryText(chunk, drizzle, place),
    columnType: (column) => columnType(column, drizzle),
    enumOf: (column) => enumOf(column, drizzle),
    defaultText: (column, place) => defaultText(column, drizzle, place),
    valueText,
  };
}

/** Both lines keep schema and name under these symbols; `getTableConfig` would run the table's callbacks again. */
function tableName(table: object): QualifiedName {
  const symbols = table as { readonly [TABLE_NAME]?: string; readonly [TABLE_SCHEMA]?: string };
  return {
    schema: truncateIdentifier(symbols[TABLE_SCHEMA] ?? DEFAULT_SCHEMA),
    name: truncateIdentifier(symbols[TABLE_NAME] ?? ""),
  };
}

function defaultText(column: DrizzleColumn, drizzle: DrizzleModule, place: ModelPlace): string | null {
  const value = column.default;
  // Postgres keeps no default that is a bare NULL.
  if (value === undefined || value === null) return null;
  if (!drizzle.isSql(value)) return defaultValueText(value, unwrap(column, drizzle), drizzle, place);
  const text = sqlText(value, drizzle, place);
  if (text === "") throw modelError("empty-default", place, "the default is an empty piece of SQL");
  return text.toLowerCase() === "null" ? null : text;
}
