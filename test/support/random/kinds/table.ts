import { without, type RandomKind } from "../kind.ts";
import { bareTable, type RandomModel } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { drawColumns } from "./column.ts";
import { hasSchema, schemaFor } from "./schema.ts";

function add(random: Random, model: RandomModel): RandomModel {
  const name = { schema: schemaFor(random, model), name: freshName(random, "t") };
  const table = drawColumns(random, bareTable(name, []), model);
  return { ...model, tables: [...model.tables, table] };
}

/** Tables with their columns. */
export const tableKind: RandomKind = {
  draw: (random, model) => {
    const count = 1 + random.below(4);
    return Array.from({ length: count }).reduce<RandomModel>((grown) => add(random, grown), model);
  },
  prune: (model) => ({ ...model, tables: model.tables.filter(({ schema }) => hasSchema(model, schema)) }),
  edits: [
    (random, model) => {
      const added = add(random, model);
      const name = added.tables.at(-1)?.name ?? "";
      return { model: added, expected: { action: "create", label: "table", name } };
    },
    (random, model) => {
      if (model.tables.length < 2) return undefined;
      const table = random.pick(model.tables);
      const tables = model.tables.filter((other) => other !== table);
      return { model: { ...model, tables }, expected: { action: "drop", label: "table", name: table.name } };
    },
  ],
  smaller: (model) => without(model.tables).map((tables) => ({ ...model, tables })),
};
