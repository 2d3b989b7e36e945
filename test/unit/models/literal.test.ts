import { expect, test } from "vitest";
import { literal } from "../../../src/models/literal.ts";
import { chosenName } from "../../../src/objects/implicitName.ts";
import { typeName } from "../../../src/models/typeName.ts";

test.each([
  ["o'clock", "'o''clock'"],
  [1.5, "1.5"],
  [Number.NaN, "'NaN'"],
  [-Infinity, "'-Infinity'"],
  [2n ** 63n, "9223372036854775808"],
  [true, "true"],
  [null, "null"],
  [new Date(0), "'1970-01-01T00:00:00.000Z'"],
  [new Date(Number.NaN), undefined],
  [Buffer.from([0, 255]), "E'\\\\x00ff'"],
  [[1, [2, null]], "'{1,{2,NULL}}'"],
  [["null", "Null", " ", "\t", "{", "ä"], `'{"null","Null"," ","\t","{",ä}'`],
  [[Buffer.from("a")], `E'{"\\\\\\\\x61"}'`],
  [{ a: "it's" }, `'{"a":"it''s"}'`],
  [undefined, undefined],
  [() => 1, undefined],
  [Symbol("x"), undefined],
  ["a\0b", undefined],
])("literal %o", (value, text) => {
  expect(literal(value)).toBe(text);
});

test.each([
  ["public", "status", "public.status"],
  ["public", "Status", 'public."Status"'],
  ["public", "user", 'public."user"'],
  ["order", "a-b", '"order"."a-b"'],
  ["public", 'q"q', 'public."q""q"'],
  ["s1", "_x9", "s1._x9"],
])("type %s %s", (schema, name, text) => {
  expect(typeName(schema, name)).toBe(text);
});

test.each([
  ["t", null, "pkey", "t_pkey"],
  ["t", "a", "key", "t_a_key"],
  ["t".repeat(63), null, "pkey", `${"t".repeat(58)}_pkey`],
  ["t".repeat(40), "c".repeat(40), "key", `${"t".repeat(29)}_${"c".repeat(29)}_key`],
  ["t".repeat(10), "c".repeat(60), "key", `${"t".repeat(10)}_${"c".repeat(48)}_key`],
  ["é".repeat(31), null, "pkey", `${"é".repeat(29)}_pkey`],
])("name %s %s %s", (table, middle, ending, name) => {
  expect(chosenName(table, middle, ending)).toBe(name);
  expect(Buffer.byteLength(chosenName(table, middle, ending))).toBeLessThanOrEqual(63);
});
