import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ancestorsOf,
  basesOf,
  buildGraph,
  descendantsOf,
  effectiveHeadsOf,
  headsOf,
  lineageOf,
  tipsOf,
} from "../../../src/revisions/graph.ts";
import { chain, dependent, diamond, fork, numbered, revision } from "./graphs.ts";
import { randomGraph } from "./randomGraphs.ts";

describe("heads and bases", () => {
  test("of nothing there are none", () => {
    const graph = buildGraph([]);
    expect([headsOf(graph), basesOf(graph)]).toEqual([[], []]);
  });

  test("of a chain there is one each", () => {
    expect([headsOf(chain("a", "b")), basesOf(chain("a", "b"))]).toEqual([["b"], ["a"]]);
  });

  test("a fork has two heads, a merge one", () => {
    expect(headsOf(fork())).toEqual(["a2", "b2"]);
    expect(headsOf(diamond())).toEqual(["m"]);
  });

  test("what something depends on is a head, but no effective one", () => {
    const graph = buildGraph([revision("x", null), revision("y", null, { dependsOn: ["x"] })]);
    expect([headsOf(graph), effectiveHeadsOf(graph)]).toEqual([["x", "y"], ["y"]]);
  });
});

test("the order puts requirements first, and else goes by id", () => {
  expect([...diamond().revisions.keys()]).toEqual(["t1", "t2", "a1", "a2", "b1", "b2", "m"]);
  expect([...dependent().revisions.keys()]).toEqual(["x1", "x2", "y1", "y2", "y3"]);
});

test("ancestors and descendants follow dependencies, a lineage does not", () => {
  const graph = dependent();
  expect(ancestorsOf(graph, ["y2"])).toEqual(new Set(["y2", "y1", "x1"]));
  expect(descendantsOf(graph, ["x1"])).toEqual(new Set(["x1", "x2", "y2", "y3"]));
  expect(lineageOf(graph, "x1")).toEqual(new Set(["x1", "x2"]));
});

test("tips are what nothing else applied needs", () => {
  const graph = dependent();
  expect(tipsOf(graph, new Set(["x1", "y1"]))).toEqual(["x1", "y1"]);
  expect(tipsOf(graph, new Set(["x1", "y1", "y2"]))).toEqual(["y2"]);
  expect(tipsOf(graph, new Set(["x1", "x2", "y1", "y2"]))).toEqual(["x2", "y2"]);
});

test("any graph's order puts requirements before what needs them", () => {
  fc.assert(
    fc.property(randomGraph(), (graph) => {
      const seen = new Set<string>();
      for (const id of graph.revisions.keys()) {
        for (const needed of graph.requirements.get(id) ?? []) expect(seen).toContain(needed);
        seen.add(id);
      }
    }),
  );
});

test("ten thousand revisions are joined without recursion", () => {
  const graph = numbered(10_000);
  expect(headsOf(graph)).toEqual(["10000"]);
  expect(ancestorsOf(graph, ["10000"]).size).toBe(10_000);
});
