import { UsageError } from "../errors.ts";
import { ancestorsOf, descendantsOf, tipsOf, type RevisionGraph } from "./graph.ts";
import { parseIdentifier, resolve, resolveBranch } from "./identifier.ts";
import { rowChanges, type RowChange } from "./versionRows.ts";

/**
 * The version rows after `stamp`: each target takes the place of the rows in its line, rows of other branches stay.
 * `base` takes away all rows, `label@base` those of a branch.
 */
export function planStamp(
  graph: RevisionGraph,
  current: readonly string[],
  targets: readonly string[],
): { readonly after: readonly string[]; readonly rows: readonly RowChange[] } {
  const resolved = targets.flatMap((target) => stampTargets(graph, current, target));
  const replaced = new Set(targets.flatMap((target) => replacedBy(graph, current, target)));
  const kept = current.filter((row) => !replaced.has(row));
  const after = tipsOf(graph, ancestorsOf(graph, [...kept, ...resolved]));
  return { after, rows: rowChanges(current, after) };
}

function stampTargets(graph: RevisionGraph, current: readonly string[], target: string): readonly string[] {
  const identifier = parseIdentifier(target);
  if (identifier.symbol !== undefined) return resolve(graph, target);
  throw new UsageError(
    "revision-identifier",
    `${target} counts from the current revision, which stamp cannot.`,
    {
      hint: `Name the revision to stamp; the database is at ${current.join(", ") || "the base"}.`,
    },
  );
}

function replacedBy(graph: RevisionGraph, current: readonly string[], target: string): readonly string[] {
  const { label } = parseIdentifier(target);
  const resolved = resolve(graph, target);
  if (resolved.length === 0 && label === undefined) return current;
  const marks = resolved.length === 0 && label !== undefined ? [resolveBranch(graph, label)] : resolved;
  const related = new Set([
    ...ancestorsOf(graph, marks),
    ...marks.flatMap((id) => [...descendantsOf(graph, [id])]),
  ]);
  return current.filter((row) => related.has(row));
}
