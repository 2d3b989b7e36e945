import type { Revision } from "./revision.ts";
import { checkCycles, indexRevisions, labelIndex, requirementsOf } from "./validate.ts";

type Links = ReadonlyMap<string, readonly string[]>;

/** All revisions of a folder and how they hang together. Ids in it are always whole and known. */
export interface RevisionGraph {
  /** In the one order in which they may be applied: parents and dependencies first, then by id. */
  readonly revisions: ReadonlyMap<string, Revision>;
  readonly children: Links;
  /** Parents and the ids of dependencies. */
  readonly requirements: Links;
  /** Children, and the revisions that depend on this one. */
  readonly dependents: Links;
  /** From a branch label to the revision that carries it. */
  readonly labels: ReadonlyMap<string, string>;
}

/** Joins revisions to a graph. Throws RevisionError for duplicates, missing parents and cycles, naming the files. */
export function buildGraph(revisions: Iterable<Revision>): RevisionGraph {
  const byId = indexRevisions(revisions);
  const labels = labelIndex(byId);
  const requirements = requirementsOf(byId, labels);
  checkCycles(byId, requirements);
  const position = new Map(applicationOrder(requirements).map((id, index) => [id, index]));
  const place = ({ id }: Revision): number => position.get(id) ?? 0;
  const sorted = new Map(
    [...byId.values()].toSorted((a, b) => place(a) - place(b)).map((one) => [one.id, one]),
  );
  const parents = new Map([...byId].map(([id, { downRevisions }]) => [id, downRevisions]));
  return {
    revisions: sorted,
    children: inverted(parents),
    requirements,
    dependents: inverted(requirements),
    labels,
  };
}

function inverted(links: Links): Links {
  const result = new Map<string, string[]>([...links.keys()].map((id) => [id, []]));
  for (const id of [...links.keys()].toSorted())
    for (const other of links.get(id) ?? []) result.get(other)?.push(id);
  return result;
}

/** Repeatedly takes the least id whose requirements have all been taken. */
function applicationOrder(requirements: Links): readonly string[] {
  const dependents = inverted(requirements);
  const missing = new Map([...requirements].map(([id, needs]) => [id, needs.length]));
  const ready = [...missing].flatMap(([id, count]) => (count === 0 ? [id] : [])).toSorted();
  const order: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    for (const next of dependents.get(id) ?? []) {
      const count = (missing.get(next) ?? 0) - 1;
      missing.set(next, count);
      if (count === 0) insertSorted(ready, next);
    }
  }
  return order;
}

function insertSorted(ids: string[], id: string): void {
  const index = ids.findIndex((other) => other > id);
  ids.splice(index === -1 ? ids.length : index, 0, id);
}

/** The revision of an id that is known to be in the graph. */
export function revisionOf(graph: RevisionGraph, id: string): Revision {
  const revision = graph.revisions.get(id);
  if (revision === undefined) throw new TypeError(`no revision ${id} in the graph`);
  return revision;
}

/** Revisions without children. */
export function headsOf(graph: RevisionGraph): readonly string[] {
  return [...graph.revisions.keys()].filter((id) => (graph.children.get(id) ?? []).length === 0);
}

/** Revisions that nothing else needs, be it as child or by dependency. */
export function effectiveHeadsOf(graph: RevisionGraph): readonly string[] {
  return [...graph.revisions.keys()].filter((id) => (graph.dependents.get(id) ?? []).length === 0);
}

/** Revisions without parents. */
export function basesOf(graph: RevisionGraph): readonly string[] {
  return [...graph.revisions].flatMap(([id, { downRevisions }]) => (downRevisions.length === 0 ? [id] : []));
}

/** `ids` and all that they need, dependencies included. */
export function ancestorsOf(graph: RevisionGraph, ids: Iterable<string>): ReadonlySet<string> {
  return closure(ids, (id) => graph.requirements.get(id));
}

/** `ids` and all that needs them, dependencies included. */
export function descendantsOf(graph: RevisionGraph, ids: Iterable<string>): ReadonlySet<string> {
  return closure(ids, (id) => graph.dependents.get(id));
}

/** `ids` and everything above and below them by parenthood alone: what belongs to one branch. */
export function lineageOf(graph: RevisionGraph, id: string): ReadonlySet<string> {
  return new Set([...lineAbove(graph, id), ...closure([id], (next) => graph.children.get(next))]);
}

/** `id` and its ancestors by parenthood alone. */
export function lineAbove(graph: RevisionGraph, id: string): ReadonlySet<string> {
  return closure([id], (next) => graph.revisions.get(next)?.downRevisions);
}

function closure(
  ids: Iterable<string>,
  next: (id: string) => readonly string[] | undefined,
): ReadonlySet<string> {
  const found = new Set(ids);
  // A set's iterator also visits what is added while it runs.
  for (const id of found) for (const other of next(id) ?? []) found.add(other);
  return found;
}

/** Those of `applied` that nothing else of `applied` needs: the version rows that stand for it. Sorted. */
export function tipsOf(graph: RevisionGraph, applied: ReadonlySet<string>): readonly string[] {
  const needed = (id: string): boolean =>
    (graph.dependents.get(id) ?? []).some((other) => applied.has(other));
  return [...applied].filter((id) => !needed(id)).toSorted();
}

/** `ids` in the order in which they may be applied. */
export function inOrder(graph: RevisionGraph, ids: ReadonlySet<string>): readonly Revision[] {
  return [...graph.revisions.values()].filter(({ id }) => ids.has(id));
}
