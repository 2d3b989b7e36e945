import { UsageError } from "../errors.ts";
import { lineageOf, tipsOf, type RevisionGraph } from "./graph.ts";
import { resolveBranch } from "./identifier.ts";
import type { Revision } from "./revision.ts";
import { rowChanges, type RowChange } from "./versionRows.ts";

/** Which function of a file runs. */
export type Direction = "up" | "down";

/** One revision to apply or undo, and what that does to the version table. */
export interface Step {
  readonly direction: Direction;
  readonly revision: Revision;
  readonly rows: readonly RowChange[];
  /** The version rows before and after the step. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Steps in order, and what their reader should know. */
export interface StepPlan {
  readonly steps: readonly Step[];
  readonly warnings: readonly string[];
}

/** The steps that apply or undo `revisions` in this order, from where `applied` is applied. */
export function stepsOf(
  graph: RevisionGraph,
  start: ReadonlySet<string>,
  revisions: readonly Revision[],
  direction: Direction,
): readonly Step[] {
  const applied = new Set(start);
  let before = tipsOf(graph, applied);
  return revisions.map((revision) => {
    if (direction === "up") applied.add(revision.id);
    else applied.delete(revision.id);
    const after = tipsOf(graph, applied);
    const step = { direction, revision, rows: rowChanges(before, after), before, after };
    before = after;
    return step;
  });
}

/** The last applied revisions of a branch; below its own revisions those from which it springs. */
export function tipsInBranch(
  graph: RevisionGraph,
  applied: ReadonlySet<string>,
  label: string,
): readonly string[] {
  const lineage = lineageOf(graph, resolveBranch(graph, label));
  const active = [...applied].filter((id) => lineage.has(id));
  return active
    .filter((id) => (graph.children.get(id) ?? []).every((child) => !active.includes(child)))
    .toSorted();
}

/** An offset that points away from where the command goes. */
export function wrongWay(text: string, command: string, other: string): UsageError {
  return new UsageError("revision-wrong-way", `${command} cannot go to ${text}.`, {
    hint: `Use \`limbeck ${other}\`.`,
  });
}
