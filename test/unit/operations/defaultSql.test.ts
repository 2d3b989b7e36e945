import { expect, test } from "vitest";
import { defaultSql } from "../../../src/operations/defaultSql.ts";

test.each([
  "1",
  "-1.5e-3",
  "'a'",
  "E'it\\'s - not'",
  "$$a + b$$",
  "NULL",
  "true",
  "now()",
  "CURRENT_TIMESTAMP",
  "'a'::character varying(20)",
  "'{}'::text[]",
  "ARRAY['a', 'b']::text[]",
  "timestamp with time zone '2020-01-01 00:00:00+00'",
  "interval '1' day",
  "(now() at time zone 'utc')",
  "nextval('a-b'::regclass)",
  "public.f(1 + 2)::text",
  '"not"(1)',
])("stands as it is: %s", (text) => {
  expect(defaultSql(text)).toBe(text);
});

test.each([
  "now() at time zone 'utc'",
  "not true",
  "1 < 2 and true",
  "1 + 2",
  "'a' || 'b'",
  "'a' collate \"C\"",
  "1 IN (1, 2)",
  "null is null",
  "(1) + (2)",
  "case when a and b then 1 end",
  "'2020-01-01'::timestamp AT TIME ZONE 'utc'",
])("gets parentheses: %s", (text) => {
  expect(defaultSql(text)).toBe(`(${text})`);
});

test("no comment swallows what follows", () => {
  expect(defaultSql("1 -- one")).toBe("1 -- one\n");
  expect(defaultSql("not true -- no")).toBe("(not true -- no\n)");
});
