import { expect, test } from "vitest";
import { sameNumber } from "../../../src/objects/column/numberDefault.ts";
import type { ColumnShape } from "../../../src/objects/column/shape.ts";

function column(type: string, value: string | null): ColumnShape {
  const bare = { schema: "public", table: "t", name: "a", notNull: false, generated: null, identity: null };
  return { ...bare, type, default: value };
}

test.each([
  ["numeric(10,2)", "0", "numeric(10, 2)", "'0'"],
  ["numeric", "'-1'::integer", "numeric", "-1"],
  ["double precision", "1.5", "double precision", "'1.5'::double precision"],
  ["bigint", "'5'::bigint", "bigint", "(5)"],
])("%s DEFAULT %s and %s DEFAULT %s are the same", (type, value, otherType, other) => {
  expect(sameNumber(column(type, value), column(otherType, other))).toBe(true);
  expect(sameNumber(column(otherType.replace(", ", ","), other), column(type, value))).toBe(true);
});

test.each([
  ["numeric", "0", "numeric", "0.0"],
  ["numeric", "0", "integer", "0"],
  ["text", "'0'::text", "text", "0"],
  ["numeric", "'0'::text", "numeric", "0"],
  ["numeric", "now()", "numeric", "now()"],
  ["numeric", null, "numeric", null],
])("%s DEFAULT %s and %s DEFAULT %s are left to the judge", (type, value, otherType, other) => {
  expect(sameNumber(column(type, value), column(otherType, other))).toBe(false);
});
