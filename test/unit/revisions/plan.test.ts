import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LimbeckError } from "../../../src/errors.ts";
import { ancestorsOf, effectiveHeadsOf, tipsOf, type RevisionGraph } from "../../../src/revisions/graph.ts";
import { planDowngrade } from "../../../src/revisions/planDowngrade.ts";
import { planStamp } from "../../../src/revisions/planStamp.ts";
import { planUpgrade } from "../../../src/revisions/planUpgrade.ts";
import type { StepPlan } from "../../../src/revisions/steps.ts";
import type { RowChange } from "../../../src/revisions/versionRows.ts";
import { dependent, diamond, fork, numbered } from "./graphs.ts";
import { randomGraph } from "./randomGraphs.ts";

const ids = ({ steps }: StepPlan): readonly string[] => steps.map(({ revision }) => revision.id);
const rows = ({ steps }: StepPlan): readonly (readonly RowChange[])[] => steps.map((step) => step.rows);

function failure(work: () => unknown): LimbeckError {
  try {
    work();
  } catch (error) {
    if (error instanceof LimbeckError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("upgrade", () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ["head from the base", [], "head", ["0001", "0002", "0003", "0004"]],
    ["head from half-way", ["0002"], "head", ["0003", "0004"]],
    ["an id", ["0001"], "0003", ["0002", "0003"]],
    ["steps from the current revision", ["0001"], "+2", ["0002", "0003"]],
    ["steps from the base, which is the empty database", [], "base+1", ["0001"]],
    ["steps from the empty database", [], "+1", ["0001"]],
    ["steps from a revision", ["0001"], "0002+1", ["0002", "0003"]],
    ["steps before a revision", [], "0004-2", ["0001", "0002"]],
    ["to what is applied", ["0003"], "0002", []],
    ["to the current revision", ["0004"], "head", []],
    ["to the base", ["0002"], "base", []],
    ["no step", ["0002"], "+0", []],
  ])("%s", (_, current, target, expected) => {
    expect(ids(planUpgrade(numbered(4), current, target))).toEqual(expected);
  });

  test("changes one row", () => {
    expect(rows(planUpgrade(numbered(2), [], "head"))).toEqual([
      [{ action: "insert", revision: "0001" }],
      [{ action: "update", from: "0001", to: "0002" }],
    ]);
  });

  test("a fork gives a second row, a merge takes it away", () => {
    const plan = planUpgrade(diamond(), ["t2"], "head");
    expect(ids(plan)).toEqual(["a1", "a2", "b1", "b2", "m"]);
    expect(rows(plan)).toEqual([
      [{ action: "update", from: "t2", to: "a1" }],
      [{ action: "update", from: "a1", to: "a2" }],
      [{ action: "insert", revision: "b1" }],
      [{ action: "update", from: "b1", to: "b2" }],
      [
        { action: "delete", revision: "b2" },
        { action: "update", from: "a2", to: "m" },
      ],
    ]);
  });

  test("one branch only", () => {
    expect(ids(planUpgrade(fork(), ["t2"], "left@head"))).toEqual(["a1", "a2"]);
    expect(ids(planUpgrade(fork(), ["a2"], "right@+1"))).toEqual(["b1"]);
    expect(ids(planUpgrade(fork(), ["a1", "b1"], "left@+1"))).toEqual(["a2"]);
    expect(ids(planUpgrade(fork(), [], "heads"))).toEqual(["t1", "t2", "a1", "a2", "b1", "b2"]);
  });

  test("pulls in what a revision depends on, whose row goes", () => {
    const plan = planUpgrade(dependent(), [], "y2");
    expect(ids(plan)).toEqual(["x1", "y1", "y2"]);
    expect(plan.steps.at(-1)?.after).toEqual(["y2"]);
    expect(ids(planUpgrade(dependent(), ["y2"], "xs@+1"))).toEqual(["x2"]);
  });

  test.each<[string, RevisionGraph, readonly string[], string, string]>([
    ["too far", numbered(3), ["0001"], "+5", "revision-overrun"],
    ["backwards", numbered(3), ["0001"], "-1", "revision-wrong-way"],
    ["from two rows at once", fork(), ["a1", "b1"], "+1", "ambiguous-revision"],
    ["where the way divides", fork(), ["t2"], "+1", "ambiguous-revision"],
    ["to one of several heads", fork(), [], "head", "multiple-heads"],
  ])("is refused %s", (_, graph, current, target, code) => {
    expect(failure(() => planUpgrade(graph, current, target)).code).toBe(code);
  });
});

describe("downgrade", () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ["one step", ["0004"], "-1", ["0004"]],
    ["two steps", ["0004"], "-2", ["0004", "0003"]],
    ["all steps", ["0002"], "-2", ["0002", "0001"]],
    ["to an id", ["0004"], "0002", ["0004", "0003"]],
    ["to the base", ["0003"], "base", ["0003", "0002", "0001"]],
    ["to the current revision", ["0003"], "0003", []],
    ["to steps before a revision", ["0004"], "0003-1", ["0004", "0003"]],
    ["to steps after the base", ["0004"], "base+1", ["0004", "0003", "0002"]],
    ["to the base from the base", [], "base", []],
  ])("%s", (_, current, target, expected) => {
    expect(ids(planDowngrade(numbered(4), current, target))).toEqual(expected);
  });

  test("undoes a merge and restores both rows", () => {
    const plan = planDowngrade(diamond(), ["m"], "-1");
    expect(ids(plan)).toEqual(["m"]);
    expect(rows(plan)).toEqual([
      [
        { action: "update", from: "m", to: "a2" },
        { action: "insert", revision: "b2" },
      ],
    ]);
  });

  test("one branch only", () => {
    expect(ids(planDowngrade(fork(), ["a2", "b2"], "left@-1"))).toEqual(["a2"]);
    expect(ids(planDowngrade(fork(), ["a2", "b2"], "left@t2"))).toEqual(["a2", "a1"]);
    expect(ids(planDowngrade(fork(), ["a2", "b2"], "left@base+2"))).toEqual(["a2", "a1"]);
    expect(ids(planDowngrade(fork(), ["a2", "b2"], "t2"))).toEqual(["b2", "b1", "a2", "a1"]);
    expect(ids(planDowngrade(dependent(), ["x2", "y1"], "ys@base"))).toEqual(["y1"]);
  });

  test("takes along what depends on a revision, and brings a dependency's row back", () => {
    expect(ids(planDowngrade(dependent(), ["y3"], "xs@base"))).toEqual(["y3", "y2", "x1"]);
    const plan = planDowngrade(dependent(), ["y2"], "-1");
    expect(plan.steps.at(-1)?.after).toEqual(["x1", "y1"]);
  });

  test("-1 with several rows starts at the first, and says so", () => {
    const plan = planDowngrade(fork(), ["b2", "a2"], "-1");
    expect(ids(plan)).toEqual(["a2"]);
    expect(plan.warnings).toEqual(["-1 can start at any of a2, b2; it starts at a2."]);
  });

  test("too far says how many there are", () => {
    const error = failure(() => planDowngrade(numbered(4), ["0003"], "-999"));
    expect(error).toMatchObject({ code: "revision-overrun", exitCode: 2, data: { available: 3 } });
    expect(error.message).toBe("-999 goes too far: there are only 3 revisions to undo from 0003.");
    expect(failure(() => planDowngrade(numbered(4), [], "-1")).message).toMatch(
      /there is no revision to undo/,
    );
  });

  test.each<[string, RevisionGraph, readonly string[], string, string]>([
    ["to what is not applied", numbered(3), ["0001"], "0002", "not-an-ancestor"],
    ["to another branch", fork(), ["a2"], "b1", "not-an-ancestor"],
    ["in a branch that is not applied", fork(), ["a2"], "right@-1", "not-an-ancestor"],
    ["upwards", numbered(3), ["0001"], "+1", "revision-wrong-way"],
    ["beyond a merge", diamond(), ["m"], "-2", "ambiguous-revision"],
  ])("is refused %s", (_, graph, current, target, code) => {
    expect(failure(() => planDowngrade(graph, current, target)).code).toBe(code);
  });
});

describe("stamp", () => {
  test.each<[string, RevisionGraph, readonly string[], readonly string[], readonly string[]]>([
    ["up", numbered(3), ["0001"], ["head"], ["0003"]],
    ["down", numbered(3), ["0003"], ["0001"], ["0001"]],
    ["base", fork(), ["a2", "b2"], ["base"], []],
    ["one branch up", fork(), ["a1", "b2"], ["a2"], ["a2", "b2"]],
    ["below a fork", fork(), ["a2", "b2"], ["t2"], ["t2"]],
    ["a merge", diamond(), ["a2", "b2"], ["m"], ["m"]],
    ["below a merge", diamond(), ["m"], ["a2"], ["a2"]],
    ["several", fork(), [], ["a1", "b1"], ["a1", "b1"]],
    ["heads", fork(), ["t1"], ["heads"], ["a2", "b2"]],
    ["another tree", dependent(), ["x1"], ["y1"], ["x1", "y1"]],
    ["where it is", numbered(3), ["0002"], ["0002"], ["0002"]],
  ])("%s", (_, graph, current, targets, after) => {
    expect(planStamp(graph, current, targets).after).toEqual(after);
  });

  test("changes as few rows as possible", () => {
    expect(planStamp(numbered(3), ["0001"], ["head"]).rows).toEqual([
      { action: "update", from: "0001", to: "0003" },
    ]);
    expect(planStamp(diamond(), ["a2", "b2"], ["m"]).rows).toHaveLength(2);
  });
});

describe("on any graph", () => {
  test("each step's rows stand for exactly what is applied, up and down", () => {
    fc.assert(
      fc.property(randomGraph(), fc.nat(), (graph, pick) => {
        const all = [...graph.revisions.keys()];
        const middle = all[pick % all.length] ?? "";
        const up = [planUpgrade(graph, [], middle), planUpgrade(graph, tips(graph, [middle]), "heads")];
        walk(graph, [], up);
        walk(graph, effectiveHeadsOf(graph), [planDowngrade(graph, effectiveHeadsOf(graph), middle)]);
      }),
    );
  });

  test("down to the base and up again goes the same way", () => {
    fc.assert(
      fc.property(randomGraph(), (graph) => {
        const up = ids(planUpgrade(graph, [], "heads"));
        expect(up).toEqual([...graph.revisions.keys()]);
        expect(ids(planDowngrade(graph, effectiveHeadsOf(graph), "base"))).toEqual(up.toReversed());
      }),
    );
  });
});

function tips(graph: RevisionGraph, applied: readonly string[]): readonly string[] {
  return tipsOf(graph, ancestorsOf(graph, applied));
}

/** A version table of its own, changed as the steps say. */
function walk(graph: RevisionGraph, start: readonly string[], plans: readonly StepPlan[]): void {
  const table = new Set(start);
  const applied = new Set(ancestorsOf(graph, start));
  for (const step of plans.flatMap(({ steps }) => steps)) {
    for (const change of step.rows) {
      if (change.action !== "insert")
        expect(table.delete(change.action === "update" ? change.from : change.revision)).toBe(true);
      if (change.action !== "delete") table.add(change.action === "update" ? change.to : change.revision);
    }
    if (step.direction === "up") applied.add(step.revision.id);
    else applied.delete(step.revision.id);
    expect([...table].toSorted()).toEqual(step.after);
    expect(new Set(ancestorsOf(graph, table))).toEqual(applied);
  }
}
