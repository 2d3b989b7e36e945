import {
  columnOf,
  same,
  sameName,
  tableOf,
  type Named,
  type RandomColumn,
  type RandomModel,
  type RandomTable,
} from "./model.ts";
import type { ModelPair } from "./pair.ts";
import { kept } from "./kept.ts";
import { capacity, emptied } from "./rowRules.ts";
import { spelled } from "./random.ts";
import { valuesOf, type Values } from "./values.ts";

const ROWS = 3;

/** Rows for the first model that Postgres can carry to the second and back: nothing is cast that cannot be. */
export function rowsSql(pair: ModelPair): string {
  const values = valuesOf(pair);
  const counts = rowCounts(pair, values);
  const inserts = pair.first.tables.flatMap((table) => insert(table, counts.get(table) ?? 0, pair, values));
  // The rows fit together, but circles of foreign keys leave no order to insert them in.
  return ["SET session_replication_role = replica", ...inserts, "RESET session_replication_role"].join(";\n");
}

/** The tables and columns that both models have, whose rows must survive. */
export function keptColumns(
  { first, second }: ModelPair,
  untouched: boolean,
): readonly (Named & { readonly columns: readonly string[] })[] {
  return first.tables.flatMap((table) => {
    const other = tableOf(second, table);
    const columns = table.columns.filter((column) => {
      const both = { before: column, after: columnOf(other, column.name) };
      return kept(both) && (!untouched || same(column.type, both.after?.type));
    });
    const { schema, name } = table;
    return columns.length === 0 ? [] : [{ schema, name, columns: columns.map((column) => column.name) }];
  });
}

/** How many rows each table of the first model gets. */
function rowCounts(pair: ModelPair, values: Values): ReadonlyMap<RandomTable, number> {
  const counts = new Map(pair.first.tables.map((table) => [table, startingCount(table, pair, values)]));
  const get = (model: RandomModel, name: Named): number => {
    const table = tableOf(pair.first, name);
    return table === undefined || tableOf(model, name) === undefined ? 0 : (counts.get(table) ?? 0);
  };
  // A row may only point at a row that is there.
  for (let changed = true; changed;) {
    changed = false;
    for (const table of pair.first.tables) {
      const limits = [pair.first, pair.second].flatMap((model) =>
        (tableOf(model, table)?.foreignKeys ?? [])
          .filter((key) => !key.columns.some((name) => values.isNull(table, name)))
          .map((key) => get(model, key.target)),
      );
      const count = Math.min(counts.get(table) ?? 0, ...limits);
      changed ||= count !== counts.get(table);
      counts.set(table, count);
    }
  }
  return counts;
}

function startingCount(table: RandomTable, pair: ModelPair, values: Values): number {
  const after = tableOf(pair.second, table);
  if (emptied(table, after, pair, values)) return 0;
  return Math.min(
    ROWS,
    capacity(table, after, values),
    after === undefined ? ROWS : capacity(after, table, values),
  );
}

function insert(table: RandomTable, count: number, pair: ModelPair, values: Values): readonly string[] {
  const columns = table.columns.filter(({ generated }) => generated === null);
  if (count === 0 || columns.length === 0) return [];
  const rows = Array.from({ length: count }, (_, row) => {
    const items = columns.map((column) => itemSql(table, column, row, pair, values));
    return `(${items.join(", ")})`;
  });
  const names = columns.map(({ name }) => quoted(name)).join(", ");
  return [
    `INSERT INTO ${quoted(table.schema)}.${quoted(table.name)} (${names}) OVERRIDING SYSTEM VALUE VALUES ${rows.join(", ")}`,
  ];
}

function itemSql(
  table: RandomTable,
  column: RandomColumn,
  row: number,
  pair: ModelPair,
  values: Values,
): string {
  if (values.isNull(table, column.name)) return "NULL";
  const isNull =
    row === 1 &&
    mayBeNull(table, column, pair) &&
    spelled(pair.seed, `${table.name} ${column.name} null`, [true, false]);
  return isNull ? "NULL" : `'${values.text(table, column.name, row).replaceAll("'", "''")}'`;
}

/** Nullable on both sides, and part of no key. */
function mayBeNull(table: RandomTable, column: RandomColumn, { first, second }: ModelPair): boolean {
  const tables = [first, second].flatMap((model) => tableOf(model, table) ?? []);
  const isKey = (one: RandomTable): boolean =>
    [...one.uniques, ...one.foreignKeys].some(({ columns }) => columns.includes(column.name)) ||
    one.indexes.some(
      ({ unique, keys }) =>
        unique && keys.some((key) => [key.column, ...(key.expression?.columns ?? [])].includes(column.name)),
    ) ||
    one.columns.some(({ generated }) => generated?.columns.includes(column.name) === true);
  const isReferenced = [first, second].some((model) =>
    model.tables.some((other) =>
      other.foreignKeys.some(({ target }) => sameName(target, table) && target.columns.includes(column.name)),
    ),
  );
  return !isReferenced && tables.every((one) => columnOf(one, column.name)?.notNull !== true && !isKey(one));
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
