import type { RandomKind } from "../kind.ts";
import { same, type RandomTable, type RandomUnique } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { dropPart, mapTables, onPart, onTable, smallerParts } from "../tableParts.ts";
import { impliedName, keyColumns, keyStands, withoutClashes } from "./keys.ts";

function draw(random: Random, table: RandomTable): RandomUnique | undefined {
  const columns = keyColumns(random, table);
  if (columns === undefined) return undefined;
  const name = random.chance(0.5) ? { name: freshName(random, "u") } : {};
  return { ...name, columns, nullsNotDistinct: random.chance(0.2) };
}

function withUnique(table: RandomTable, unique: RandomUnique | undefined): RandomTable {
  return unique === undefined ? table : { ...table, uniques: [...table.uniques, unique] };
}

/** Of several keys over the same columns CREATE TABLE makes one. */
function isAlone({ columns }: RandomUnique, place: number, { primaryKey, uniques }: RandomTable): boolean {
  const before = uniques.slice(0, place).some((other) => same(other.columns, columns));
  return !before && !same(columns, primaryKey?.columns);
}

/** Unique constraints. NULLS NOT DISTINCT is of PostgreSQL 15 and later. */
export const uniqueKind: RandomKind = {
  draw: (random, model) =>
    mapTables(model, (table) => (random.chance(0.4) ? withUnique(table, draw(random, table)) : table)),
  prune: (model) =>
    mapTables(model, (table) => ({
      ...table,
      uniques: withoutClashes(
        table.uniques.filter((unique, i) => keyStands(unique.columns, table) && isAlone(unique, i, table)),
        ({ columns }) => impliedName(table, columns, "unique"),
      ),
    })),
  edits: [
    onTable((random, table) => {
      const unique = draw(random, table);
      if (unique === undefined) return undefined;
      const expected = { action: "create", label: "unique constraint" } as const;
      return { table: withUnique(table, unique), expected };
    }),
    dropPart("uniques", "unique constraint"),
    onPart("uniques", (random, unique, table) => {
      const columns = keyColumns(random, table);
      if (columns === undefined || same(columns, unique.columns)) return undefined;
      const part = { ...unique, columns };
      if (unique.name === undefined) return { part };
      const named = { label: "unique constraint", name: unique.name, attribute: "columns" };
      return { part, expected: { action: "recreate", ...named } };
    }),
    onPart("uniques", (_random, unique) => {
      const part = { ...unique, nullsNotDistinct: !unique.nullsNotDistinct };
      if (unique.name === undefined) return { part };
      const named = { label: "unique constraint", name: unique.name, attribute: "nulls not distinct" };
      return { part, expected: { action: "recreate", ...named } };
    }),
    onPart("uniques", (random, unique) => {
      const name = freshName(random, "u");
      const expected = { action: "alter", label: "unique constraint", name, attribute: "name" } as const;
      return { part: { ...unique, name }, expected };
    }),
  ],
  smaller: (model) => smallerParts(model, "uniques"),
};
