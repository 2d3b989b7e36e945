import { expect, test } from "vitest";
import { concurrentIndexOf } from "../../../src/runtime/concurrentIndex.ts";
import { splitStatements } from "../../../src/runtime/scan.ts";

test.each([
  ["create index concurrently i on t (a)", { name: "i", table: '"t"' }],
  [
    'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "I x" ON ONLY S.T USING gin (a)',
    { name: "I x", table: '"s"."t"' },
  ],
  ['create index concurrently "on" on "a"."b" (c)', { name: "on", table: '"a"."b"' }],
  ["create index concurrently on t (a)", null],
  ["create index i on t (a)", null],
  ["drop index concurrently i", null],
  ["create table concurrently (a int)", null],
])("%s builds %j", (sql, expected) => {
  const [statement] = splitStatements(sql);
  expect(statement && concurrentIndexOf(statement)).toEqual(expected);
});
