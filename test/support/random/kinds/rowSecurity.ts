import type { RandomKind } from "../kind.ts";
import { withTable } from "../model.ts";
import { mapTables, onTable } from "../tableParts.ts";

/** Row-level security, with policies or without. */
export const rowSecurityKind: RandomKind = {
  draw: (random, model) => mapTables(model, (table) => ({ ...table, rowSecurity: random.chance(0.3) })),
  prune: (model) => model,
  edits: [
    onTable((_random, table) => {
      const action = table.rowSecurity ? "drop" : "create";
      const expected = { action, label: "row-level security of", name: table.name } as const;
      return { table: { ...table, rowSecurity: !table.rowSecurity }, expected };
    }),
  ],
  smaller: (model) =>
    model.tables
      .filter(({ rowSecurity }) => rowSecurity)
      .map((table) => withTable(model, { ...table, rowSecurity: false })),
};
