import type { RandomKind } from "../kind.ts";
import { same, withTable, type RandomModel, type RandomTable } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { mapTables, onTable } from "../tableParts.ts";
import { impliedName, keyColumns, keyStands, withoutClashes } from "./keys.ts";

function draw(random: Random, table: RandomTable): RandomTable["primaryKey"] {
  const columns = keyColumns(random, table, ({ generated }) => generated === null);
  if (columns === undefined) return null;
  return random.chance(0.2) ? { name: freshName(random, "p"), columns } : { columns };
}

function prunedKey(table: RandomTable): RandomTable["primaryKey"] {
  const key = table.primaryKey;
  if (key === null || !keyStands(key.columns, table)) return null;
  const [kept] = withoutClashes([key], ({ columns }) => impliedName(table, columns, "pkey"));
  return kept ?? null;
}

function withKey(table: RandomTable, primaryKey: RandomTable["primaryKey"]): RandomTable {
  const columns = table.columns.map((column) =>
    primaryKey?.columns.includes(column.name) === true ? { ...column, notNull: true } : column,
  );
  return { ...table, primaryKey, columns };
}

function isNotNull(table: RandomTable, names: readonly string[]): boolean {
  return table.columns.every((column) => column.notNull || !names.includes(column.name));
}

/** Primary keys. */
export const primaryKeyKind: RandomKind = {
  draw: (random, model) =>
    mapTables(model, (table) => (random.chance(0.75) ? withKey(table, draw(random, table)) : table)),
  prune: (model) => mapTables(model, (table) => withKey(table, prunedKey(table))),
  edits: [
    onTable((random, table) => {
      const key = draw(random, table);
      if (table.primaryKey !== null || key === null) return undefined;
      const changed = withKey(table, key);
      return isNotNull(table, key.columns)
        ? { table: changed, expected: { action: "create", label: "primary key" } }
        : { table: changed };
    }),
    onTable((_random, table) =>
      table.primaryKey === null
        ? undefined
        : { table: { ...table, primaryKey: null }, expected: { action: "drop", label: "primary key" } },
    ),
    onTable((random, table) => {
      const { primaryKey } = table;
      const columns = draw(random, table)?.columns;
      if (primaryKey === null || columns === undefined || same(columns, primaryKey.columns)) return undefined;
      const changed = withKey(table, { ...primaryKey, columns });
      const expected = { action: "recreate", label: "primary key", attribute: "columns" } as const;
      return primaryKey.name !== undefined && isNotNull(table, columns)
        ? { table: changed, expected }
        : { table: changed };
    }),
    onTable((random, table) => {
      if (table.primaryKey === null) return undefined;
      const name = freshName(random, "p");
      const expected = { action: "alter", label: "primary key", attribute: "name" } as const;
      return { table: { ...table, primaryKey: { ...table.primaryKey, name } }, expected };
    }),
  ],
  smaller: (model): readonly RandomModel[] =>
    model.tables
      .filter(({ primaryKey }) => primaryKey !== null)
      .map((table) => withTable(model, { ...table, primaryKey: null })),
};
