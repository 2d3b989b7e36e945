import { InternalError } from "../errors.ts";

/** A row of a catalog query: values of JSON by name. */
export type CatalogRow = Readonly<Record<string, unknown>>;

/** A text that every row has. */
export function text(row: CatalogRow, key: string): string {
  const value = row[key];
  return typeof value === "string" ? value : wrong(key, value);
}

/** A text, or null for none. */
export function textOrNull(row: CatalogRow, key: string): string | null {
  return row[key] === null || row[key] === undefined ? null : text(row, key);
}

/** Whether a flag is set. */
export function flag(row: CatalogRow, key: string): boolean {
  const value = row[key];
  return typeof value === "boolean" ? value : wrong(key, value);
}

/** A number, or null for none. */
export function numberOrNull(row: CatalogRow, key: string): number | null {
  const value = row[key];
  if (value === null || value === undefined) return null;
  return typeof value === "number" ? value : wrong(key, value);
}

/** A list of texts that every row has. */
export function texts(row: CatalogRow, key: string): readonly string[] {
  const value = row[key];
  return isTexts(value) ? value : wrong(key, value);
}

/** A list of texts, or null for none. */
export function textsOrNull(row: CatalogRow, key: string): readonly string[] | null {
  return row[key] === null || row[key] === undefined ? null : texts(row, key);
}

/** Rows inside a row. */
export function rows(row: CatalogRow, key: string): readonly CatalogRow[] {
  const value = row[key];
  return Array.isArray(value) && value.every(isRow) ? value : wrong(key, value);
}

/** A row inside a row. */
export function row(outer: CatalogRow, key: string): CatalogRow {
  return rowOrNull(outer, key) ?? wrong(key, null);
}

/** A row inside a row, or null for none. */
export function rowOrNull(row: CatalogRow, key: string): CatalogRow | null {
  const value = row[key];
  if (value === null || value === undefined) return null;
  return isRow(value) ? value : wrong(key, value);
}

/** An attribute that is there only when it says something. */
export function said<K extends string, V>(
  key: K,
  value: V | null | false | undefined,
): { readonly [P in K]?: V } {
  // A computed key widens to an index signature; the mapped type says what it is.
  return value === null || value === false || value === undefined
    ? {}
    : ({ [key]: value } as { [P in K]: V });
}

function isRow(value: unknown): value is CatalogRow {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function wrong(key: string, value: unknown): never {
  throw new InternalError(`A catalog query gave ${JSON.stringify(value) ?? "nothing"} as ${key}.`);
}
