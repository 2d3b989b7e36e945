import { expect, test } from "vitest";
import { parseIndexKey } from "../../../src/objects/index/keyText.ts";

const table = { table: "t", columns: ["a", "b", "Mixed", "desc", "user"] };
const last = { order: "asc", nulls: "last" };
const first = { order: "desc", nulls: "first" };

test.each([
  ['"a"', { column: "a", ...last }],
  ["A", { column: "a", ...last }],
  ['"t"."Mixed"', { column: "Mixed", ...last }],
  ['public.t."a" DESC', { column: "a", ...first }],
  ['(("a"))', { column: "a", ...last }],
  ['"desc"', { column: "desc", ...last }],
  ['"A"', { expression: '"A"', ...last }],
  ["other.a", { expression: "other.a", ...last }],
  ["a asc nulls first", { column: "a", order: "asc", nulls: "first" }],
  ["a NULLS FIRST", { column: "a", order: "asc", nulls: "first" }],
  ["a desc\n nulls last", { column: "a", order: "desc", nulls: "last" }],
  ["a text_pattern_ops", { column: "a", opclass: "text_pattern_ops", ...last }],
  ['a "My"."Ops"', { column: "a", opclass: '"My"."Ops"', ...last }],
  ["a public . gin_trgm_ops", { column: "a", opclass: "public.gin_trgm_ops", ...last }],
  ["a gist_trgm_ops(siglen=32) desc", { column: "a", opclass: "gist_trgm_ops(siglen=32)", ...first }],
  ['a COLLATE "C" text_ops', { column: "a", collation: '"C"', opclass: "text_ops", ...last }],
  ["lower(a) desc", { expression: "lower(a)", ...first }],
  ["lower(a) text_pattern_ops", { expression: "lower(a)", opclass: "text_pattern_ops", ...last }],
  ["(a || b) DESC", { expression: "a || b", ...first }],
  ["((a || b)) text_ops", { expression: "a || b", opclass: "text_ops", ...last }],
  ["(a) || (b)", { expression: "(a) || (b)", ...last }],
  ["a || b", { expression: "a || b", ...last }],
  ["a || b desc", { expression: "a || b", ...first }],
  ["(a)::character varying", { expression: "(a)::character varying", ...last }],
  ["a is null", { expression: "a is null", ...last }],
  ["(a) in (1, 2)", { expression: "(a) in (1, 2)", ...last }],
  ["coalesce(a, ') desc') desc", { expression: "coalesce(a, ') desc')", ...first }],
  ["coalesce(a, $$($$)", { expression: "coalesce(a, $$($$)", ...last }],
  [
    "date_trunc('day', a) /* by day */ desc -- newest first",
    { expression: "date_trunc('day', a)", ...first },
  ],
  ["case when a then b else 'x' end", { expression: "case when a then b else 'x' end", ...last }],
  [
    'upper(b) COLLATE "de-x-icu" DESC NULLS LAST',
    { expression: "upper(b)", collation: '"de-x-icu"', order: "desc", nulls: "last" },
  ],
  ["extract(year from a)", { expression: "extract(year from a)", ...last }],
])("%s", (text, key) => {
  expect(parseIndexKey(text, table)).toEqual(key);
});
