/** One change of the version table, which has one row per head of what is applied. */
export type RowChange =
  | { readonly action: "insert"; readonly revision: string }
  | { readonly action: "update"; readonly from: string; readonly to: string }
  | { readonly action: "delete"; readonly revision: string };

/** The changes that lead from one set of rows to another: as few as possible, an update rather than a delete and an insert. */
export function rowChanges(before: readonly string[], after: readonly string[]): readonly RowChange[] {
  const gone = before.filter((id) => !after.includes(id));
  const come = after.filter((id) => !before.includes(id));
  const updates = Math.min(gone.length, come.length);
  return [
    ...gone.slice(updates).map((revision): RowChange => ({ action: "delete", revision })),
    ...gone.slice(0, updates).flatMap((from, index): RowChange[] => {
      const to = come[index];
      return to === undefined ? [] : [{ action: "update", from, to }];
    }),
    ...come.slice(updates).map((revision): RowChange => ({ action: "insert", revision })),
  ];
}
