import { condition, fits } from "../expressions.ts";
import type { RandomKind } from "../kind.ts";
import type { RandomCheck, RandomTable } from "../model.ts";
import { freshName } from "../names.ts";
import type { Random } from "../random.ts";
import { dropPart, mapTables, onPart, onTable, smallerParts } from "../tableParts.ts";

function draw(random: Random, table: RandomTable): RandomCheck | undefined {
  const expression = condition(random, table);
  return expression === undefined ? undefined : { name: freshName(random, "k"), expression };
}

function withCheck(table: RandomTable, check: RandomCheck | undefined): RandomTable {
  return check === undefined ? table : { ...table, checks: [...table.checks, check] };
}

/** Check constraints, which always have a name. */
export const checkKind: RandomKind = {
  draw: (random, model) =>
    mapTables(model, (table) => (random.chance(0.4) ? withCheck(table, draw(random, table)) : table)),
  prune: (model) =>
    mapTables(model, (table) => ({
      ...table,
      checks: table.checks.filter(({ expression }) => fits(expression, table)),
    })),
  edits: [
    onTable((random, table) => {
      const check = draw(random, table);
      if (check === undefined) return undefined;
      const expected = { action: "create", label: "check constraint", name: check.name } as const;
      return { table: withCheck(table, check), expected };
    }),
    dropPart("checks", "check constraint"),
    onPart("checks", (random, check, table) => {
      const expression = condition(random, table);
      if (expression === undefined || expression.spellings[0] === check.expression.spellings[0])
        return undefined;
      const expected = { label: "check constraint", name: check.name, attribute: "expression" };
      return { part: { ...check, expression }, expected: { action: "recreate", ...expected } };
    }),
  ],
  smaller: (model) => smallerParts(model, "checks"),
};
