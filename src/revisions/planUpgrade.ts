import { ancestorsOf, inOrder, type RevisionGraph } from "./graph.ts";
import { ambiguousWalk, parseIdentifier, resolve, walkUp, type Identifier } from "./identifier.ts";
import { stepsOf, tipsInBranch, wrongWay, type StepPlan } from "./steps.ts";

/**
 * What takes a database at `current` (its version rows) up to `target`, dependencies included. Nothing where the target
 * is applied already. Throws UsageError or RevisionError where the target means nothing or too much.
 */
export function planUpgrade(graph: RevisionGraph, current: readonly string[], target: string): StepPlan {
  const applied = ancestorsOf(graph, current);
  const wanted = ancestorsOf(graph, upgradeTargets(graph, applied, current, parseIdentifier(target)));
  const missing = inOrder(graph, wanted).filter(({ id }) => !applied.has(id));
  return { steps: stepsOf(graph, applied, missing, "up"), warnings: [] };
}

function upgradeTargets(
  graph: RevisionGraph,
  applied: ReadonlySet<string>,
  current: readonly string[],
  identifier: Identifier,
): readonly string[] {
  const { text, label, symbol, offset } = identifier;
  if (symbol !== undefined || offset === undefined) return resolve(graph, text);
  if (offset < 0) throw wrongWay(text, "upgrade", `downgrade ${text}`);
  const starts = label === undefined ? current : tipsInBranch(graph, applied, label);
  if (starts.length > 1) throw ambiguousWalk(graph, text, starts);
  const target = walkUp(graph, starts[0] ?? null, offset, label, text);
  return target === null ? [] : [target];
}
