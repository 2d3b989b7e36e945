import { describe, expect, test } from "vitest";
import { LimbeckError } from "../../../src/errors.ts";
import { buildGraph } from "../../../src/revisions/graph.ts";
import { resolve, splitRange } from "../../../src/revisions/identifier.ts";
import { chain, diamond, fork, numbered, revision } from "./graphs.ts";

function failure(work: () => unknown): LimbeckError {
  try {
    work();
  } catch (error) {
    if (error instanceof LimbeckError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("an identifier means", () => {
  test.each([
    ["base", []],
    ["head", ["m"]],
    ["heads", ["m"]],
    ["a1", ["a1"]],
    ["left", ["a1"]],
    ["left@head", ["m"]],
    ["left@a2", ["a2"]],
    ["right@base", []],
    ["t1+1", ["t2"]],
    ["left@t2+1", ["a1"]],
    ["left@base+3", ["a1"]],
    ["a2-2", ["t2"]],
    ["base+1", ["t1"]],
    ["t2-2", []],
    ["b1+2", ["m"]],
  ])("%s: %j", (text, ids) => expect(resolve(diamond(), text)).toEqual(ids));

  test.each([
    ["heads", ["a2", "b2"]],
    ["left@head", ["a2"]],
    ["right@heads", ["b2"]],
    ["b1@head", ["b2"]],
  ])("in a fork, %s: %j", (text, ids) => expect(resolve(fork(), text)).toEqual(ids));

  test("the only id that begins so", () => {
    expect(resolve(chain("ae1027", "ae2001", "b00001"), "ae1")).toEqual(["ae1027"]);
  });

  test("a number with or without its zeros", () => {
    expect(resolve(numbered(12), "7")).toEqual(["0007"]);
    expect(resolve(numbered(12), "12")).toEqual(["0012"]);
  });

  test("a prefix within a branch", () => {
    const graph = buildGraph([
      revision("root", null),
      revision("aa1", "root", { branchLabels: ["one"] }),
      revision("aa2", "root", { branchLabels: ["two"] }),
    ]);
    expect(resolve(graph, "two@aa")).toEqual(["aa2"]);
  });
});

describe("an identifier is refused", () => {
  test("that nothing has, with what is near", () => {
    const error = failure(() => resolve(numbered(12), "0021"));
    expect(error).toMatchObject({
      code: "unknown-revision",
      exitCode: 2,
      message: "There is no revision or branch 0021.",
    });
    expect(error.hint).toBe("Did you mean 0001 or 0011?");
    expect(failure(() => resolve(numbered(3), "zzz")).hint).toMatch(/limbeck history/);
  });

  test("that several have, with all of them", () => {
    const error = failure(() => resolve(chain("ae1027", "ae2001"), "ae"));
    expect(error).toMatchObject({ code: "ambiguous-revision", exitCode: 2 });
    expect(error.message).toBe("ae can mean 2 revisions: ae1027, ae2001.");
  });

  test("head, where there are several", () => {
    const error = failure(() => resolve(fork(), "head"));
    expect(error).toMatchObject({ code: "multiple-heads", exitCode: 3, data: { heads: ["a2", "b2"] } });
    expect(error.message).toBe("There are 2 heads: a2 (message of a2), b2 (message of b2).");
    expect(error.hint).toContain("limbeck merge a2 b2");
  });

  test("of another branch", () => {
    expect(failure(() => resolve(fork(), "left@b1")).code).toBe("revision-not-in-branch");
  });

  test("that leads too far", () => {
    const up = failure(() => resolve(numbered(3), "0002+5"));
    expect(up).toMatchObject({ code: "revision-overrun", exitCode: 2, data: { available: 1 } });
    const down = failure(() => resolve(numbered(3), "0002-5"));
    expect(down).toMatchObject({ code: "revision-overrun", data: { available: 2 } });
    expect(down.message).toBe("0002-5 goes too far: there are only 2 revisions to undo from 0002.");
  });

  test("where the way divides", () => {
    expect(failure(() => resolve(fork(), "t2+1")).message).toMatch(/divides at a1 .*, b1/);
    expect(failure(() => resolve(diamond(), "m-1")).code).toBe("ambiguous-revision");
  });

  test.each(["", "@", "a@b@c", "+", "a-", "a+b", "+1+1"])("that follows no form: %j", (text) => {
    expect(failure(() => resolve(numbered(3), text))).toMatchObject({
      code: "revision-identifier",
      exitCode: 2,
    });
  });

  test("that needs a database", () => {
    expect(failure(() => resolve(numbered(3), "-1")).hint).toContain("head-1");
  });
});

test("a range has two sides, either of which may be missing", () => {
  expect(splitRange("a:b")).toEqual({ from: "a", to: "b" });
  expect(splitRange(":b")).toEqual({ from: undefined, to: "b" });
  expect(splitRange("a:")).toEqual({ from: "a", to: undefined });
  expect(splitRange("head")).toEqual({ from: undefined, to: "head" });
  expect(failure(() => splitRange("a:b:c")).code).toBe("revision-identifier");
});
