import {
  columnOf,
  sameName,
  tableOf,
  type Named,
  type RandomModel,
  type RandomTable,
  type RandomType,
} from "./model.ts";
import { kept } from "./kept.ts";
import type { ModelPair } from "./pair.ts";
import type { TypeSpec } from "./typeSpec.ts";
import { plain, specOf } from "./types.ts";

/** The values that rows hold: alike on both ends of a foreign key, and suiting the types of both models. */
export interface Values {
  text(table: Named, column: string, row: number): string;
  /** How many differ. */
  distinct(table: Named, column: string): number;
  /** The column holds nothing but NULL, since a foreign key on it will have nothing to point at. */
  isNull(table: Named, column: string): boolean;
}

/** Works out the values for a pair. */
export function valuesOf(pair: ModelPair): Values {
  const models = [pair.first, pair.second];
  const groups = groupsOf(models);
  const typesIn = (id: string): readonly RandomType[] => {
    const group = groups(id);
    return models.flatMap((model) =>
      model.tables.flatMap((table) =>
        table.columns
          .filter(({ name }) => groups(idOf(table, name)) === group)
          .map(({ type }) => plain(type)),
      ),
    );
  };
  const cache = new Map<string, readonly string[] | ((row: number) => string)>();
  const sourceOf = (id: string): readonly string[] | ((row: number) => string) => {
    const source = cache.get(id) ?? valueSource(typesIn(id), models);
    cache.set(id, source);
    return source;
  };
  const nulls = new Set(nulled(pair));
  return {
    text: (table, column, row) => {
      const type = typesIn(idOf(table, column))[0];
      const source = sourceOf(idOf(table, column));
      const text = typeof source === "function" ? source(row) : (source[row % source.length] ?? "");
      return type !== undefined && type.dimensions > 0 ? asArray(text) : text;
    },
    distinct: (table, column) => {
      const source = sourceOf(idOf(table, column));
      if (typeof source !== "function") return source.length;
      return new Set([0, 1, 2].map(source)).size === 3 ? 1000 : 2;
    },
    isNull: (table, column) => nulls.has(idOf(table, column)),
  };
}

function idOf({ schema, name }: Named, column: string): string {
  return JSON.stringify([schema, name, column]);
}

function asArray(text: string): string {
  return `{"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"}`;
}

/** Every text suits other texts, but not everything else. */
function strictness({ group, rank }: TypeSpec): number {
  return group === "text" ? rank - 100 : rank;
}

/** The labels that all the enums have, or the values of the strictest type. */
function valueSource(
  types: readonly RandomType[],
  models: readonly RandomModel[],
): readonly string[] | ((row: number) => string) {
  const enums = types.flatMap((type) => ("enum" in type ? [type.enum] : []));
  if (enums.length > 0) {
    const versions = enums.flatMap((name) =>
      models.flatMap(({ enums: all }) => all.filter((one) => sameName(one, name))),
    );
    return (versions[0]?.labels ?? []).filter((label) =>
      versions.every(({ labels }) => labels.includes(label)),
    );
  }
  const specs = types.flatMap((type) => ("enum" in type ? [] : [specOf(type.name)]));
  const [strictest] = specs.toSorted((a, b) => strictness(b) - strictness(a));
  if (strictest === undefined) throw new TypeError("a column has a type");
  return (row) => strictest.value(row);
}

/** Columns that foreign keys of either model connect are one group. */
function groupsOf(models: readonly RandomModel[]): (id: string) => string {
  const parents = new Map<string, string>();
  const root = (id: string): string => {
    const parent = parents.get(id);
    return parent === undefined ? id : root(parent);
  };
  for (const table of models.flatMap(({ tables }) => tables)) {
    for (const { columns, target } of table.foreignKeys) {
      for (const [i, column] of columns.entries()) {
        const [a, b] = [root(idOf(table, column)), root(idOf(target, target.columns[i] ?? ""))];
        if (a !== b) parents.set(a, b);
      }
    }
  }
  return root;
}

/** One nullable column of each foreign key whose target loses its rows or values on the way. */
function nulled(pair: ModelPair): readonly string[] {
  return [pair.first, pair.second].flatMap((model) =>
    model.tables.flatMap((table) =>
      table.foreignKeys.flatMap(({ columns, target }) => {
        if (survives(target, pair)) return [];
        const column = columns.find((name) => isNullable(table, name, pair));
        return column === undefined ? [] : [idOf(table, column)];
      }),
    ),
  );
}

/** Whether the values of these columns are there on both sides. */
export function survives(
  target: Named & { readonly columns: readonly string[] },
  { first, second }: ModelPair,
): boolean {
  const [before, after] = [tableOf(first, target), tableOf(second, target)];
  return target.columns.every((name) =>
    kept({ before: columnOf(before, name), after: columnOf(after, name) }),
  );
}

function isNullable(table: RandomTable, name: string, { first, second }: ModelPair): boolean {
  const columns = [first, second].map((model) => columnOf(tableOf(model, table), name));
  return columns.every((column) => column !== undefined && !column.notNull && column.generated === null);
}
