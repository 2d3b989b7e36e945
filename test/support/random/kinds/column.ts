import { targetsOf } from "../convert.ts";
import { fits, generatedExpression } from "../expressions.ts";
import type { Expectation, RandomKind } from "../kind.ts";
import {
  sameName,
  type RandomColumn,
  type RandomModel,
  type RandomTable,
  type RandomType,
} from "../model.ts";
import { columnName } from "../names.ts";
import type { Random } from "../random.ts";
import { dropPart, mapTables, onPart, onTable, smallerParts } from "../tableParts.ts";
import { isSerial, TYPES } from "../types.ts";
import { defaultFor, defaultStands } from "./columnDefault.ts";
import { changedOption, sequenceOptions } from "./sequence.ts";

/** A table with one to six columns. */
export function drawColumns(random: Random, table: RandomTable, model: RandomModel): RandomTable {
  const count = 1 + random.below(6);
  return Array.from({ length: count }).reduce<RandomTable>((grown) => addColumn(random, grown, model), table);
}

function addColumn(random: Random, table: RandomTable, model: RandomModel): RandomTable {
  const name = columnName(
    random,
    table.columns.map((column) => column.name),
  );
  return { ...table, columns: [...table.columns, drawColumn(random, name, table, model)] };
}

function drawColumn(random: Random, name: string, table: RandomTable, model: RandomModel): RandomColumn {
  const generated = random.chance(0.1) ? generatedExpression(random, table) : undefined;
  const bare = { name, notNull: random.chance(0.3), default: null, generated: null, identity: null };
  if (generated !== undefined) {
    return { ...bare, notNull: false, type: generated.type, generated: generated.expression };
  }
  const column = { ...bare, type: drawType(random, model) };
  if (takesIdentity(column.type) && random.chance(0.2)) return { ...column, identity: drawIdentity(random) };
  return random.chance(0.4) ? { ...column, default: defaultFor(random, column.type, model) } : column;
}

function drawType(random: Random, model: RandomModel): RandomType {
  const dimensions = random.chance(0.15) ? 1 : 0;
  if (model.enums.length > 0 && random.chance(0.2)) {
    const { schema, name } = random.pick(model.enums);
    return { enum: { schema, name }, dimensions };
  }
  const common = ["integer", "text", "bigint", "varchar", "timestamptz", "numeric(10,2)"];
  const name = random.chance(0.4) ? random.pick(common) : random.pick(TYPES).name;
  return { name, dimensions: isSerial({ name, dimensions: 0 }) ? 0 : dimensions };
}

function takesIdentity(type: RandomType): boolean {
  return "name" in type && type.dimensions === 0 && ["smallint", "integer", "bigint"].includes(type.name);
}

function drawIdentity(random: Random): NonNullable<RandomColumn["identity"]> {
  return { generation: random.pick(["always", "byDefault"]), options: sequenceOptions(random) };
}

function isPlain(column: RandomColumn): boolean {
  return column.generated === null && column.identity === null && !isSerial(column.type);
}

function altered(name: string, attribute: string, action: "alter" | "recreate" = "alter"): Expectation {
  return { action, label: "column", name, attribute };
}

/** What must hold of a column whatever was changed around it. */
function pruned(column: RandomColumn, table: RandomTable, model: RandomModel): RandomColumn {
  const filled = isSerial(column.type) || column.identity !== null;
  const key = table.primaryKey?.columns.includes(column.name) === true;
  const value =
    column.default !== null && defaultStands(column.default, column.type, model) && isPlain(column);
  return {
    ...column,
    identity: takesIdentity(column.type) ? column.identity : null,
    default: value ? column.default : null,
    notNull: filled || key || (column.notNull && column.generated === null),
  };
}

function stands({ type, generated }: RandomColumn, table: RandomTable, model: RandomModel): boolean {
  if ("enum" in type && !model.enums.some((other) => sameName(other, type.enum))) return false;
  const plain = { ...table, columns: table.columns.filter((other) => other.generated === null) };
  return generated === null || fits(generated, plain);
}

/** Columns: type, nullability, default, identity, generated. */
export const columnKind: RandomKind = {
  draw: (_random, model) => model,
  prune: (model) =>
    mapTables(model, (table) => {
      const rest = { ...table, columns: table.columns.filter((column) => stands(column, table, model)) };
      return {
        ...rest,
        columns: rest.columns
          .filter((column) => stands(column, rest, model))
          .map((column) => pruned(column, table, model)),
      };
    }),
  edits: [
    onTable((random, table, model) => {
      const added = addColumn(random, table, model);
      const name = added.columns.at(-1)?.name ?? "";
      return { table: added, expected: { action: "create", label: "column", name } };
    }),
    dropPart("columns", "column"),
    onPart("columns", (random, column, _table, model) => {
      const targets = column.generated === null ? targetsOf(column.type, model) : [];
      if (targets.length === 0) return undefined;
      const type = random.pick(targets);
      const value = random.chance(0.5) && column.default !== null ? defaultFor(random, type, model) : null;
      const part = { ...column, type, default: value };
      const only = isPlain(column) && !isSerial(type) && column.default === null && value === null;
      return only ? { part, expected: altered(column.name, "type") } : { part };
    }),
    onPart("columns", (_random, column) =>
      isPlain(column)
        ? { part: { ...column, notNull: !column.notNull }, expected: altered(column.name, "not null") }
        : undefined,
    ),
    onPart("columns", (random, column, _table, model) => {
      const value = defaultFor(random, column.type, model);
      if (!isPlain(column) || value === null || value.sql[0] === column.default?.sql[0]) return undefined;
      return { part: { ...column, default: value }, expected: altered(column.name, "default") };
    }),
    onPart("columns", (_random, column) =>
      column.default === null
        ? undefined
        : { part: { ...column, default: null }, expected: altered(column.name, "default") },
    ),
    onPart("columns", (random, column) => {
      if (!takesIdentity(column.type) || !isPlain(column) || column.default !== null) return undefined;
      const part = { ...column, notNull: true, identity: drawIdentity(random) };
      return column.notNull ? { part, expected: altered(column.name, "identity") } : { part };
    }),
    onPart("columns", (random, column) => {
      if (column.identity === null) return undefined;
      if (random.chance(0.4))
        return { part: { ...column, identity: null }, expected: altered(column.name, "identity") };
      const generation = column.identity.generation === "always" ? "byDefault" : "always";
      const options = changedOption(random, column.identity.options)?.options;
      const identity =
        options === undefined
          ? ({ ...column.identity, generation } as const)
          : { ...column.identity, options };
      return { part: { ...column, identity }, expected: altered(column.name, "identity") };
    }),
    onPart("columns", (random, column, table) => {
      const others = { ...table, columns: table.columns.filter((other) => other !== column) };
      const { expression, type } = generatedExpression(random, others) ?? {};
      if (expression === undefined || type === undefined || column.generated === null) return undefined;
      if (expression.spellings[0] === column.generated.spellings[0]) return undefined;
      const part = { ...column, generated: expression, type };
      const only = JSON.stringify(type) === JSON.stringify(column.type);
      return only ? { part, expected: altered(column.name, "generated", "recreate") } : { part };
    }),
    onPart("columns", (_random, column) =>
      column.generated === null
        ? undefined
        : { part: { ...column, generated: null }, expected: altered(column.name, "generated") },
    ),
  ],
  smaller: (model) => [
    ...smallerParts(model, "columns"),
    ...model.tables.flatMap((table) =>
      table.columns.flatMap((column) => {
        const { name, type } = column;
        const bare = { name, type, notNull: false, default: null, generated: null, identity: null };
        const simpler = [
          bare,
          { ...column, default: null },
          { ...column, identity: null },
          { ...column, notNull: false },
        ];
        return simpler
          .filter((other) => JSON.stringify(other) !== JSON.stringify(column))
          .map((other) =>
            mapTables(model, (each) =>
              sameName(each, table)
                ? { ...each, columns: each.columns.map((one) => (one.name === name ? other : one)) }
                : each,
            ),
          );
      }),
    ),
  ],
};
