import type { DrizzleModule } from "./drizzleModule.ts";

const COLUMNS = Symbol.for("drizzle:Columns");
const VIEW_CONFIG = Symbol.for("drizzle:ViewBaseConfig");

/** The part of a piece of SQL that writes chunks; it calls itself for the pieces inside. */
interface Writer {
  buildQueryFromSourceParams?: (chunks: readonly unknown[], config: unknown) => unknown;
}

/**
 * Lets a query of 0.45 say the names that the casing gives. Its query builder knows no casing: where a query reads a
 * single table, the columns that it selects stand as the keys of the model, unlike all other columns. Only the names
 * of tables that were written before are known, so that the query is to be written twice.
 */
export function applyCasingTo(sql: object, { orm, applyCasing }: DrizzleModule): void {
  const writer = sql as Writer;
  const write = writer.buildQueryFromSourceParams?.bind(writer);
  if (write === undefined) return;
  const keys = new Set<string>();
  writer.buildQueryFromSourceParams = (chunks, config) => {
    for (const chunk of chunks) for (const key of keysOf(chunk)) keys.add(key);
    const cased = chunks.map((chunk, i) =>
      orm.is(chunk, orm.Name) && isKey(chunk, chunks[i - 1], keys)
        ? orm.sql.identifier(applyCasing(chunk.value))
        : chunk,
    );
    return write(cased, config);
  };
}

/** The keys of the columns without names of their own, where a chunk is a table or a view. */
function keysOf(chunk: unknown): readonly string[] {
  if (typeof chunk !== "object" || chunk === null) return [];
  const holder = chunk as {
    readonly [COLUMNS]?: object;
    readonly [VIEW_CONFIG]?: { readonly selectedFields?: object };
  };
  const columns: readonly unknown[] = Object.values(
    holder[COLUMNS] ?? holder[VIEW_CONFIG]?.selectedFields ?? {},
  );
  return columns.flatMap((column) => (isUnnamed(column) ? [column.name] : []));
}

function isUnnamed(column: unknown): column is { readonly name: string } {
  return typeof column === "object" && column !== null && "keyAsName" in column && column.keyAsName === true;
}

/** Whether a chunk is the name of such a column, and not one that the author gave: those follow the word AS. */
function isKey(
  chunk: unknown,
  previous: unknown,
  keys: ReadonlySet<string>,
): chunk is { readonly value: string } {
  if (typeof chunk !== "object" || chunk === null || !("value" in chunk)) return false;
  return typeof chunk.value === "string" && keys.has(chunk.value) && !endsInAs(previous);
}

function endsInAs(chunk: unknown): boolean {
  if (typeof chunk !== "object" || chunk === null || !("value" in chunk)) return false;
  return Array.isArray(chunk.value) && / as $/i.test(chunk.value.join(""));
}
