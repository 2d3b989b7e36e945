import { columnOf, type RandomTable } from "../model.ts";
import type { Random } from "../random.ts";
import { isOrdered } from "../types.ts";

/** Some columns that a btree can hold; undefined where there are none. */
export function keyColumns(
  random: Random,
  table: RandomTable,
  allowed: (column: RandomTable["columns"][number]) => boolean = () => true,
): readonly string[] | undefined {
  const fitting = table.columns.filter((column) => isOrdered(column.type) && allowed(column));
  if (fitting.length === 0) return undefined;
  return random.some(fitting, 1, random.chance(0.7) ? 1 : 3).map(({ name }) => name);
}

/** Whether the columns are there, and can be held. */
export function keyStands(columns: readonly string[], table: RandomTable): boolean {
  return (
    columns.length > 0 &&
    columns.every((name) => {
      const column = columnOf(table, name);
      return column !== undefined && isOrdered(column.type);
    })
  );
}

/** Postgres cuts names to 63 bytes, and cut names collide; long ones must be chosen by the author. */
export function impliedName(table: RandomTable, columns: readonly string[], rest = ""): string {
  return [table.name, ...columns, rest].join("_");
}

/** Leaves out what has no name where the name that Drizzle would give is too long, or taken already. */
export function withoutClashes<T extends { readonly name?: string }>(
  parts: readonly T[],
  implied: (part: T) => string,
): readonly T[] {
  const taken = new Set<string>();
  return parts.filter((part) => {
    if (part.name !== undefined) return true;
    const name = implied(part);
    if (Buffer.byteLength(name) > 50 || taken.has(name)) return false;
    taken.add(name);
    return true;
  });
}
