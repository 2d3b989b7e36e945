import { RevisionError } from "../errors.ts";
import {
  ancestorsOf,
  basesOf,
  descendantsOf,
  inOrder,
  lineAbove,
  revisionOf,
  type RevisionGraph,
} from "./graph.ts";
import {
  ambiguousWalk,
  overrun,
  parseIdentifier,
  resolve,
  resolveBranch,
  type Identifier,
} from "./identifier.ts";
import { stepsOf, tipsInBranch, wrongWay, type StepPlan } from "./steps.ts";

/**
 * What takes a database at `current` down to `target`, which stays applied: all its descendants and what depends on
 * them go. Throws RevisionError where the target is not applied.
 */
export function planDowngrade(graph: RevisionGraph, current: readonly string[], target: string): StepPlan {
  const applied = ancestorsOf(graph, current);
  const identifier = parseIdentifier(target);
  const { roots, warnings } =
    identifier.symbol === undefined
      ? relativeRoots(graph, applied, current, identifier)
      : { roots: absoluteRoots(graph, applied, current, identifier), warnings: [] };
  const removed = inOrder(graph, descendantsOf(graph, roots)).filter(({ id }) => applied.has(id));
  return { steps: stepsOf(graph, applied, removed.toReversed(), "down"), warnings };
}

/** The first revisions to go on the way down to a named target. */
function absoluteRoots(
  graph: RevisionGraph,
  applied: ReadonlySet<string>,
  current: readonly string[],
  { text, label, offset }: Identifier,
): readonly string[] {
  // Where an offset is counted, the label says the way; otherwise it only narrows what goes.
  const targets = resolve(
    graph,
    offset === undefined && label !== undefined ? text.slice(label.length + 1) : text,
  );
  const [target, second] = targets;
  if (second !== undefined) throw ambiguousWalk(graph, text, targets);
  if (target !== undefined && !applied.has(target)) throw notApplied(graph, target, current);
  const roots = target === undefined ? basesOf(graph) : (graph.children.get(target) ?? []);
  if (label === undefined || roots.length <= 1) return roots;
  const line = lineAbove(graph, resolveBranch(graph, label));
  const narrowed = roots.filter((id) => line.has(id));
  if (narrowed.length === 0) throw notApplied(graph, text, current);
  return narrowed;
}

interface Roots {
  readonly roots: readonly string[];
  readonly warnings: readonly string[];
}

/** `-N`: the Nth revision from the top of the current line is the first to go. */
function relativeRoots(
  graph: RevisionGraph,
  applied: ReadonlySet<string>,
  current: readonly string[],
  { text, label, offset = 0 }: Identifier,
): Roots {
  if (offset > 0) throw wrongWay(text, "downgrade", `upgrade ${text}`);
  const starts = label === undefined ? current.toSorted() : topsOfBranch(graph, applied, label);
  if (label !== undefined && starts.length === 0) throw notApplied(graph, text, current);
  if (label !== undefined && starts.length > 1) throw ambiguousWalk(graph, text, starts);
  const [start] = starts;
  if (offset === 0) return { roots: [], warnings: [] };
  const root = nthOfLine(graph, start, -offset, text);
  const warning = `${text} can start at any of ${starts.join(", ")}; it starts at ${String(start)}.`;
  return { roots: [root], warnings: starts.length > 1 ? [warning] : [] };
}

/** The last applied revisions of a branch, not counting a trunk from which another branch has gone on. */
function topsOfBranch(graph: RevisionGraph, applied: ReadonlySet<string>, label: string): readonly string[] {
  const hasChild = (id: string): boolean =>
    (graph.children.get(id) ?? []).some((child) => applied.has(child));
  return tipsInBranch(graph, applied, label).filter((id) => !hasChild(id));
}

function nthOfLine(graph: RevisionGraph, start: string | undefined, count: number, text: string): string {
  let at = start;
  for (let done = 1; done < count && at !== undefined; done += 1) {
    const parents: readonly string[] = revisionOf(graph, at).downRevisions;
    if (parents.length > 1) throw ambiguousWalk(graph, text, parents);
    if (parents.length === 0) throw overrun(text, done, start ?? null, "before");
    [at] = parents;
  }
  if (at === undefined) throw overrun(text, 0, null, "before");
  return at;
}

function notApplied(graph: RevisionGraph, target: string, current: readonly string[]): RevisionError {
  const at = current.length === 0 ? "the base" : current.join(", ");
  const known = graph.revisions.has(target) ? `Revision ${target}` : target;
  return new RevisionError("not-an-ancestor", `${known} is not below the current revision, ${at}.`, {
    hint: "Downgrade goes only to revisions that are applied; `limbeck history` shows the order.",
    data: { target, current },
  });
}
