import { expect, test } from "vitest";
import { LITERAL, unquote } from "../../../src/commands/literal.ts";
import { madeBy } from "../../../src/commands/made.ts";

test.each([
  ['"plain"', "plain"],
  [String.raw`"it\'s \d \"x\" \\"`, `it's d "x" \\`],
  [String.raw`'it\'s'`, "it's"],
  ["`a \"b\" 'c'\nd`", "a \"b\" 'c'\nd"],
  ['`it\'s "$5"`', `it's "$5"`],
  [String.raw`"\n\t\x41\u0042\u{1F600}\0"`, "\n\tAB\u{1F600}\0"],
  [String.raw`"\u{FFFFFF}"`, ""],
  ['"a\\\nb"', "ab"],
  ['"a tab:\t"', "a tab:\t"],
])("%s is the text %j", (literal, value) => {
  expect(new RegExp(`^${LITERAL}$`).test(literal)).toBe(true);
  expect(unquote(literal)).toBe(value);
});

test.each(["`a ${b}`", '"a\nb"', '"a', '"a" + "b"'])("%s is no literal that could be read", (text) => {
  expect(new RegExp(`^${LITERAL}$`).test(text)).toBe(false);
});

test("a revision written by hand may hold any literal", () => {
  const made = madeBy([String.raw`op.execute("it\'s \d 	x"); op.createSchema('it\'s');`]);
  expect(made({ kind: "schema", name: "it's" })).toBe(true);
  expect(made({ kind: "schema", name: "its" })).toBe(false);
});
