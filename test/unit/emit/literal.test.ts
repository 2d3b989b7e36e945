import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { literal, multilineLiteral, stringLiteral } from "../../../src/emit/literal.ts";

/** Evaluates generated code as JavaScript would. */
function evaluate(code: string): unknown {
  // The literal printer's output is what is under test; nothing else can say what it means.
  return new Function(`"use strict"; return (${code});`)() as unknown;
}

describe("string literals", () => {
  test.each([
    ["plain", '"plain"'],
    ["it's", `"it's"`],
    ['lower("a")', `'lower("a")'`],
    [`'a' = "b"`, `\`'a' = "b"\``],
    ["'a' \"`\"", '"\'a\' \\"`\\""'],
    ["line\nbreak", '"line\\nbreak"'],
    ["\u202eright to left", '"\\u202eright to left"'],
    ["${x} `y`", '"${x} `y`"'],
  ])("%j", (text, code) => {
    expect(stringLiteral(text)).toBe(code);
  });

  test("any text comes back as it was", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => evaluate(stringLiteral(text)) === text));
  });
});

describe("literals of several lines", () => {
  test.each([
    ["one line", '"one line"'],
    ["a\nb", "`a\nb`"],
    ["a\r\n\t`${b}` \\ $c", "`a\\u000d\n\\u0009\\`\\${b}\\` \\\\ $c`"],
  ])("%j", (text, code) => {
    expect(multilineLiteral(text)).toBe(code);
  });

  test("any text comes back as it was", () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom("\n", "\r", "`", "\\", "$", "{", "}"), fc.string({ unit: "binary" })),
    });
    fc.assert(fc.property(text, (value) => evaluate(multilineLiteral(value)) === value));
  });
});

describe("literals", () => {
  test("what is short stays on its line, but for a list of several objects", () => {
    expect(literal({ name: "id", type: "integer" })).toBe('{ name: "id", type: "integer" }');
    expect(literal([{ a: 1, b: 2 }])).toBe("[{ a: 1, b: 2 }]");
    expect(
      literal([
        { a: 1, b: 2 },
        { a: 3, b: 4 },
      ]),
    ).toBe("[\n  { a: 1, b: 2 },\n  { a: 3, b: 4 },\n]");
  });

  test("__proto__ is a key like any other", () => {
    const value: unknown = evaluate(literal(JSON.parse('{"__proto__": {"x": 1}, "a b": 2}')));
    expect(Object.keys(value as object)).toEqual(["__proto__", "a b"]);
  });

  test("a key with both kinds of quotes is a computed one", () => {
    const value = { [`'"`]: 1 };
    expect(evaluate(literal(value))).toEqual(value);
  });

  test("any plain data comes back as it was", () => {
    const data = fc.jsonValue({ maxDepth: 4 });
    fc.assert(
      fc.property(data, fc.integer({ min: 0, max: 40 }), (value, indent) => {
        expect(evaluate(literal(value, indent, 20))).toEqual(value);
      }),
    );
  });
});
