import type { RandomColumn } from "./model.ts";

/** A column in both models, or in one. */
export interface Both {
  readonly before: RandomColumn | undefined;
  readonly after: RandomColumn | undefined;
}

/** Whether the column's values are there all the way: it is never dropped, and never computed. */
export function kept({ before, after }: Both): boolean {
  return before !== undefined && after !== undefined && before.generated === null && after.generated === null;
}
