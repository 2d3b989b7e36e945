import type { Edit, Edited, Expectation } from "./kind.ts";
import { withTable, type RandomModel, type RandomTable } from "./model.ts";
import type { Random } from "./random.ts";
import { replaced, without } from "./kind.ts";

/** A change of one table. */
export type TableEdit = (
  random: Random,
  table: RandomTable,
  model: RandomModel,
) => { readonly table: RandomTable; readonly expected?: Expectation } | undefined;

/** An edit of a random table. */
export function onTable(edit: TableEdit): Edit {
  return (random, model): Edited | undefined => {
    if (model.tables.length === 0) return undefined;
    const edited = edit(random, random.pick(model.tables), model);
    if (edited === undefined) return undefined;
    return { ...edited, model: withTable(model, edited.table) };
  };
}

/** The lists that hang on a table. */
export type PartList = "columns" | "uniques" | "foreignKeys" | "checks" | "indexes" | "policies";

/** An edit of a random member of one of a table's lists. `change` gives the changed member and what it is called. */
export function onPart<L extends PartList>(
  list: L,
  change: (
    random: Random,
    part: RandomTable[L][number],
    table: RandomTable,
    model: RandomModel,
  ) => { readonly part: RandomTable[L][number]; readonly expected?: Expectation } | undefined,
): Edit {
  return onTable((random, table, model) => {
    // A union of arrays has no common call signature; each list only ever gets its own members back.
    const parts = table[list] as readonly RandomTable[L][number][];
    if (parts.length === 0) return undefined;
    const part = random.pick(parts);
    const changed = change(random, part, table, model);
    if (changed === undefined) return undefined;
    return { ...changed, table: { ...table, [list]: replaced(parts, part, changed.part) } };
  });
}

/** Drops a random member of one of a table's lists. */
export function dropPart(list: PartList, label: string): Edit {
  return onTable((random, table) => {
    const parts: readonly { readonly name?: string }[] = table[list];
    if (parts.length === 0) return undefined;
    const part = random.pick(parts);
    const name = part.name === undefined ? {} : { name: part.name };
    const rest = parts.filter((other) => other !== part);
    return { table: { ...table, [list]: rest }, expected: { action: "drop", label, ...name } };
  });
}

/** Each model that lacks one member of one of its tables' lists. */
export function smallerParts(model: RandomModel, list: PartList): readonly RandomModel[] {
  return model.tables.flatMap((table) =>
    without<unknown>(table[list]).map((rest) => withTable(model, { ...table, [list]: rest })),
  );
}

/** Replaces every table. */
export function mapTables(model: RandomModel, change: (table: RandomTable) => RandomTable): RandomModel {
  return { ...model, tables: model.tables.map(change) };
}
