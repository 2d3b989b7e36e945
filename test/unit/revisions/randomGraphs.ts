import fc from "fast-check";
import { buildGraph, type RevisionGraph } from "../../../src/revisions/graph.ts";
import { revision } from "./graphs.ts";

/** Graphs of up to 12 revisions with branches, merges, several bases and dependencies; ids do not tell the order. */
export function randomGraph(): fc.Arbitrary<RevisionGraph> {
  const picks = fc.array(fc.nat(), { maxLength: 2 });
  const node = fc.record({ parents: picks, dependencies: picks });
  return fc.tuple(fc.array(node, { minLength: 1, maxLength: 12 }), fc.nat()).map(([nodes, salt]) => {
    const name = (index: number): string => `r${(index * 7 + salt) % 13}_${index}`;
    const earlier = (index: number, chosen: readonly number[]): string[] => {
      return index === 0 ? [] : [...new Set(chosen.map((pick) => name(pick % index)))];
    };
    return buildGraph(
      nodes.map(({ parents, dependencies }, index) => {
        return revision(name(index), earlier(index, parents), { dependsOn: earlier(index, dependencies) });
      }),
    );
  });
}
