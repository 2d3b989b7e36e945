import { describe, expect, test } from "vitest";
import { RevisionError } from "../../../src/errors.ts";
import { buildGraph } from "../../../src/revisions/graph.ts";
import type { Revision } from "../../../src/revisions/revision.ts";
import { revision } from "./graphs.ts";

function failure(...revisions: readonly Revision[]): RevisionError {
  try {
    buildGraph(revisions);
  } catch (error) {
    if (error instanceof RevisionError) return error;
    throw error;
  }
  throw new Error("the graph was accepted");
}

describe("a graph is refused", () => {
  test.each<[string, string, readonly Revision[], RegExp]>([
    [
      "with an id twice",
      "revision-duplicate-id",
      [revision("0001", null, { file: "/m/0001_a.ts" }), revision("0001", null, { file: "/m/0001_b.ts" })],
      /0001_a\.ts and \/m\/0001_b\.ts/,
    ],
    [
      "with a missing parent",
      "revision-missing-parent",
      [revision("0002", "0001")],
      /0002\.ts\) names the parent 0001/,
    ],
    [
      "with a missing dependency",
      "revision-missing-dependency",
      [revision("0001", null, { dependsOn: ["other"] })],
      /names the dependency other/,
    ],
    ["with a revision that is its own parent", "revision-self-loop", [revision("a", "a")], /own parent/],
    [
      "with a revision that needs itself",
      "revision-self-loop",
      [revision("a", null, { dependsOn: ["a"] })],
      /dependency/,
    ],
    [
      "with a cycle of parents",
      "revision-cycle",
      [
        revision("0", null),
        revision("a", ["0", "c"]),
        revision("b", "a"),
        revision("c", "b"),
        revision("d", "c"),
      ],
      /Revisions a, c, b form a cycle by their parents/,
    ],
    [
      "with a cycle of dependencies",
      "revision-dependency-cycle",
      [revision("a", null, { dependsOn: ["b"] }), revision("b", null, { dependsOn: ["a"] })],
      /a, b form a cycle by their dependencies/,
    ],
    [
      "with a label twice",
      "revision-duplicate-label",
      [revision("a", null, { branchLabels: ["x"] }), revision("b", null, { branchLabels: ["x"] })],
      /label x of \/migrations\/b\.ts is already taken by \/migrations\/a\.ts/,
    ],
    [
      "with a label that is an id",
      "revision-duplicate-label",
      [revision("a", null), revision("b", "a", { branchLabels: ["a"] })],
      /already taken/,
    ],
  ])("%s", (_, code, revisions, message) => {
    const error = failure(...revisions);
    expect(error.code).toBe(code);
    expect(error.exitCode).toBe(3);
    expect(error.message).toMatch(message);
    expect(error.hint).toBeTruthy();
  });
});

test("a dependency may be a label, and is known by its id", () => {
  const graph = buildGraph([
    revision("a", null, { branchLabels: ["x"] }),
    revision("b", null, { dependsOn: ["x"] }),
  ]);
  expect(graph.requirements.get("b")).toEqual(["a"]);
});
