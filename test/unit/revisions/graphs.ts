import { buildGraph, type RevisionGraph } from "../../../src/revisions/graph.ts";
import type { Revision } from "../../../src/revisions/revision.ts";

/** A revision that does nothing, unless said otherwise. */
export function revision(
  id: string,
  down: string | readonly string[] | null,
  more: Partial<Revision> = {},
): Revision {
  const downRevisions = down === null ? [] : typeof down === "string" ? [down] : down;
  return {
    id,
    downRevisions,
    branchLabels: [],
    dependsOn: [],
    message: `message of ${id}`,
    doc: `message of ${id}`,
    file: `/migrations/${id}.ts`,
    checksum: `checksum of ${id}`,
    up: () => undefined,
    down: () => undefined,
    ...more,
  };
}

/** a <- b <- c <- ... */
export function chain(...ids: readonly string[]): RevisionGraph {
  return buildGraph(ids.map((id, index) => revision(id, ids[index - 1] ?? null)));
}

/** 0001 .. the number. */
export function numbered(count: number): RevisionGraph {
  return chain(...Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, "0")));
}

/**
 * A trunk t1, t2; from t2 the branches a (a1, a2; labelled left) and b (b1, b2; labelled right), which m merges.
 */
export function diamond(): RevisionGraph {
  return buildGraph([...forkRevisions(), revision("m", ["a2", "b2"])]);
}

/** The diamond without its merge: two heads. */
export function fork(): RevisionGraph {
  return buildGraph(forkRevisions());
}

function forkRevisions(): readonly Revision[] {
  return [
    revision("t1", null),
    revision("t2", "t1"),
    revision("a1", "t2", { branchLabels: ["left"] }),
    revision("a2", "a1"),
    revision("b1", "t2", { branchLabels: ["right"] }),
    revision("b2", "b1"),
  ];
}

/** Two trees, x and y; y2 depends on x1. */
export function dependent(): RevisionGraph {
  return buildGraph([
    revision("x1", null, { branchLabels: ["xs"] }),
    revision("x2", "x1"),
    revision("y1", null, { branchLabels: ["ys"] }),
    revision("y2", "y1", { dependsOn: ["x1"] }),
    revision("y3", "y2"),
  ]);
}
