import type { RandomKind } from "../kind.ts";
import {
  columnOf,
  same,
  tableOf,
  type Named,
  type RandomColumn,
  type RandomForeignKey,
  type RandomModel,
  type RandomTable,
} from "../model.ts";
import { columnName, freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { dropPart, mapTables, onPart, onTable, smallerParts } from "../tableParts.ts";
import { plain } from "../types.ts";
import { impliedName, withoutClashes } from "./keys.ts";

const ACTIONS = ["no action", "restrict", "cascade", "set null", "set default"];

interface Target extends Named {
  readonly columns: readonly string[];
}

/** The keys of any table that a foreign key can point at. */
function targets(model: RandomModel): readonly Target[] {
  return model.tables.flatMap(({ schema, name, primaryKey, uniques }) =>
    [...(primaryKey === null ? [] : [primaryKey]), ...uniques].map(({ columns }) => ({
      schema,
      name,
      columns,
    })),
  );
}

/** A foreign key, on columns that are there or on new ones; it may point at its own table. */
function add(random: Random, table: RandomTable, model: RandomModel): RandomTable | undefined {
  const all = targets(model).filter((target) => pointable(target, model));
  if (all.length === 0) return undefined;
  const target = random.pick(all);
  const grown = target.columns.reduce<{ readonly table: RandomTable; readonly columns: readonly string[] }>(
    (sofar, name) => {
      const column = referencing(random, sofar.table, columnOf(tableOf(model, target), name), sofar.columns);
      const isNew = columnOf(sofar.table, column.name) === undefined;
      return {
        table: isNew ? { ...sofar.table, columns: [...sofar.table.columns, column] } : sofar.table,
        columns: [...sofar.columns, column.name],
      };
    },
    { table, columns: [] },
  );
  const name = random.chance(0.4) ? { name: freshName(random, "f") } : {};
  const [onDelete, onUpdate] = [random.pick(ACTIONS), random.pick(ACTIONS)];
  const key: RandomForeignKey = { ...name, columns: grown.columns, target, onDelete, onUpdate };
  return { ...grown.table, foreignKeys: [...table.foreignKeys, key] };
}

/** Neither at generated columns, nor at arrays, between which Postgres refuses to plan foreign keys in some releases. */
function pointable(target: Target, model: RandomModel): boolean {
  return target.columns.every((name) => {
    const column = columnOf(tableOf(model, target), name);
    return column !== undefined && column.generated === null && column.type.dimensions === 0;
  });
}

function referencing(
  random: Random,
  table: RandomTable,
  target: RandomColumn | undefined,
  taken: readonly string[],
): RandomColumn {
  if (target === undefined) throw new TypeError("a key has columns");
  const type = plain(target.type);
  const fitting = table.columns.filter(
    (column) => same(plain(column.type), type) && column.generated === null && !taken.includes(column.name),
  );
  if (fitting.length > 0 && random.chance(0.5)) return random.pick(fitting);
  const names = table.columns.map((column) => column.name);
  const bare = { default: null, generated: null, identity: null };
  return { name: columnName(random, names), type, notNull: random.chance(0.3), ...bare };
}

function stands(key: RandomForeignKey, table: RandomTable, model: RandomModel): boolean {
  const target = tableOf(model, key.target);
  const backed = targets(model).some(
    (other) =>
      same([other.schema, other.name], [key.target.schema, key.target.name]) &&
      same(other.columns, key.target.columns),
  );
  return (
    backed &&
    key.columns.every((name, i) => {
      const [column, other] = [columnOf(table, name), columnOf(target, key.target.columns[i] ?? "")];
      return (
        column !== undefined &&
        other !== undefined &&
        column.generated === null &&
        column.type.dimensions === 0 &&
        same(plain(column.type), plain(other.type))
      );
    })
  );
}

/** Foreign keys: on one column or several, to the table itself, in circles, with every action. */
export const foreignKeyKind: RandomKind = {
  draw: (random, model) =>
    model.tables.reduce<RandomModel>((grown, { schema, name }) => {
      const table = tableOf(grown, { schema, name });
      const added = table === undefined || random.chance(0.5) ? undefined : add(random, table, grown);
      return added === undefined ? grown : mapTables(grown, (other) => (other === table ? added : other));
    }, model),
  prune: (model) =>
    mapTables(model, (table) => ({
      ...table,
      foreignKeys: withoutClashes(
        table.foreignKeys.filter((key) => stands(key, table, model)),
        ({ columns, target }) =>
          impliedName(table, columns, `${target.name}_${target.columns.join("_")}_fkey`),
      ),
    })),
  edits: [
    onTable((random, table, model) => {
      const added = add(random, table, model);
      if (added === undefined) return undefined;
      const expected = { action: "create", label: "foreign key" } as const;
      return added.columns.length === table.columns.length ? { table: added, expected } : { table: added };
    }),
    dropPart("foreignKeys", "foreign key"),
    ...(["onDelete", "onUpdate"] as const).map((attribute) =>
      onPart("foreignKeys", (random, key) => {
        const part = {
          ...key,
          [attribute]: random.pick(ACTIONS.filter((action) => action !== key[attribute])),
        };
        if (key.name === undefined) return { part };
        const said = attribute === "onDelete" ? "on delete" : "on update";
        return {
          part,
          expected: { action: "recreate", label: "foreign key", name: key.name, attribute: said },
        };
      }),
    ),
    onPart("foreignKeys", (random, key) => {
      const name = freshName(random, "f");
      return {
        part: { ...key, name },
        expected: { action: "alter", label: "foreign key", name, attribute: "name" },
      };
    }),
  ],
  smaller: (model) => smallerParts(model, "foreignKeys"),
};
