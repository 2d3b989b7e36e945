import { columnOf, tableOf, type RandomColumn, type RandomTable } from "./model.ts";
import type { ModelPair } from "./pair.ts";
import { isSerial } from "./types.ts";
import { kept, type Both } from "./kept.ts";
import { survives, type Values } from "./values.ts";

/** Whether the table can have no rows at all, on the way there or back. */
export function emptied(
  table: RandomTable,
  after: RandomTable | undefined,
  pair: ModelPair,
  values: Values,
): boolean {
  if (after === undefined) {
    return table.columns.some((before) => lacksValue({ before, after: undefined }, table, values));
  }
  const names = new Set([...table.columns, ...after.columns].map(({ name }) => name));
  const columns = [...names].map((name) => ({ before: columnOf(table, name), after: columnOf(after, name) }));
  return (
    columns.some((both) => demandsValue(both) || lacksValue(both, table, values)) ||
    (columns.some(numbersItself) && [table, after].some(({ checks }) => checks.length > 0)) ||
    danglesIn(table, pair, values)
  );
}

/** A column that fills itself when it comes or comes back counts as it likes, and a check may not like the numbers. */
function numbersItself({ before, after }: Both): boolean {
  const made = before === undefined ? after : after === undefined ? before : undefined;
  return made !== undefined && fillsItself(made);
}

/** A column that comes or goes, or is computed on one side only, must be filled where it may not be NULL. */
function demandsValue({ before, after }: Both): boolean {
  if (before !== undefined && after !== undefined) {
    const isComputed = (before.generated === null) !== (after.generated === null);
    return isComputed && (before.notNull || after.notNull);
  }
  const column = before ?? after;
  return column !== undefined && column.notNull && column.default === null && !fillsItself(column);
}

function fillsItself({ type, identity, generated }: RandomColumn): boolean {
  return isSerial(type) || identity !== null || generated !== null;
}

/** An enum without a label that every side has. */
function lacksValue({ before }: Both, table: RandomTable, values: Values): boolean {
  return before !== undefined && values.distinct(table, before.name) === 0;
}

/** A foreign key over values that are made up on the way, or whose target is. */
function danglesIn(table: RandomTable, pair: ModelPair, values: Values): boolean {
  return [pair.first, pair.second].some((model) =>
    (tableOf(model, table)?.foreignKeys ?? []).some(({ columns, target }) => {
      if (columns.some((name) => values.isNull(table, name))) return false;
      return !survives(target, pair) || !columns.every((name) => isNullOrKept(table, name, pair));
    }),
  );
}

function isNullOrKept(table: RandomTable, name: string, { first, second }: ModelPair): boolean {
  const [before, after] = [first, second].map((model) => columnOf(tableOf(model, table), name));
  if (kept({ before, after })) return true;
  if (before !== undefined && after !== undefined) return false;
  // What is added, or comes back after it was dropped, is NULL.
  const column = before ?? after;
  return column?.default === null && !fillsItself(column);
}

/** How many rows every unique key of `table` allows, also once columns that `other` lacks have been made anew. */
export function capacity(table: RandomTable, other: RandomTable | undefined, values: Values): number {
  const keys = [
    ...(table.primaryKey === null ? [] : [{ columns: table.primaryKey.columns, nullsNotDistinct: true }]),
    ...table.uniques,
    ...table.indexes
      .filter(({ unique }) => unique)
      .map(({ keys: parts }) => ({
        columns: parts.flatMap((key) => key.column ?? key.expression?.columns ?? []),
        nullsNotDistinct: parts.some((key) => key.expression !== undefined),
      })),
  ];
  return Math.min(
    1000,
    ...keys.map(({ columns, nullsNotDistinct }) =>
      Math.max(...columns.map((name) => columnCapacity(name, table, other, values, nullsNotDistinct))),
    ),
  );
}

function columnCapacity(
  name: string,
  table: RandomTable,
  other: RandomTable | undefined,
  values: Values,
  nullsNotDistinct: boolean,
): number {
  const column = columnOf(table, name);
  if (column === undefined) return 1;
  if (values.isNull(table, name)) return nullsNotDistinct ? 1 : 1000;
  if (column.generated !== null) {
    return Math.min(
      ...column.generated.columns.map((one) => columnCapacity(one, table, other, values, true)),
    );
  }
  const distinct = values.distinct(table, name);
  const partner = columnOf(other, name);
  if (other === undefined || kept({ before: column, after: partner })) return distinct;
  if (partner !== undefined) return 1;
  if (isSerial(column.type) || column.identity !== null) return distinct;
  return column.default === null && !nullsNotDistinct ? distinct : 1;
}
