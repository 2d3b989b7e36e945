import type { CatalogObject } from "../catalog/object.ts";
import type { Operation } from "../operations/operation.ts";

/**
 * Operations that are written together: a table with the columns and constraints inside its CREATE TABLE,
 * or a dropped table with all that goes with it. Most steps hold one operation.
 */
export interface Step {
  readonly main: Operation;
  /** Objects created inside the main operation's call, or gone with its drop. */
  readonly inlined: readonly CatalogObject[];
  /** Creations that follow the main one directly: a new table's indexes. */
  readonly followers: readonly CatalogObject[];
}

/** The objects that a step makes, or leaves in a new form. */
export function madeBy({ main, inlined, followers }: Step): readonly CatalogObject[] {
  if (main.action === "drop") return [];
  return main.action === "create" ? [main.to, ...inlined, ...followers] : [main.to];
}

/** The objects that a step takes away, or leaves in another form. */
export function unmadeBy({ main, inlined }: Step): readonly CatalogObject[] {
  if (main.action === "create") return [];
  return main.action === "drop" ? [main.from, ...inlined] : [main.from];
}
