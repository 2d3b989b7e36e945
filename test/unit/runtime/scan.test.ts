import { describe, expect, test } from "vitest";
import { splitStatements, transactionControl } from "../../../src/runtime/scan.ts";

const texts = (sql: string): readonly string[] => splitStatements(sql).map((statement) => statement.sql);

describe("a text is split", () => {
  test.each<[string, string, readonly string[]]>([
    ["at semicolons", "select 1; select 2;", ["select 1", "select 2"]],
    ["not in strings", "select ';', E'\\';', U&'a;'; x", ["select ';', E'\\';', U&'a;'", "x"]],
    ["not in quoted names", 'select ";""; "; x', ['select ";""; "', "x"]],
    ["not in comments", "a -- ; b\n; /* ; /* ; */ ; */ c", ["a -- ; b", "/* ; /* ; */ ; */ c"]],
    [
      "not in dollar quotes",
      "do $$ begin; end $$; do $a$ $$;$b$ $a$; x",
      ["do $$ begin; end $$", "do $a$ $$;$b$ $a$", "x"],
    ],
    ["a name with dollars is no quote", "select a$b$; select 1 as c$b$", ["select a$b$", "select 1 as c$b$"]],
    ["a parameter is no quote", "select $1; select $2", ["select $1", "select $2"]],
    [
      "not in parentheses",
      "create rule r as on insert to t do also (select 1; select 2); x",
      ["create rule r as on insert to t do also (select 1; select 2)", "x"],
    ],
    [
      "not in a function's own body",
      "create or replace function f() returns int begin atomic select case when true then 1 end; select 2; end; x",
      [
        "create or replace function f() returns int begin atomic select case when true then 1 end; select 2; end",
        "x",
      ],
    ],
    ["with nothing empty", ";;-- nothing\n; x ;/* */", ["x"]],
    ["unterminated as it is", "select 'a; b", ["select 'a; b"]],
    ["unterminated dollar quote", "select $$a; b", ["select $$a; b"]],
    ["unterminated comment", "x /* ; y", ["x /* ; y"]],
  ])("%s", (_, sql, expected) => expect(texts(sql)).toEqual(expected));

  test("at any length", () => {
    const values = Array.from({ length: 20_000 }, (_, index) => `(${index}, 'it''s')`).join(",");
    expect(texts(`insert into t values ${values}; x`)).toHaveLength(2);
  });
});

describe("transaction control is", () => {
  test.each([
    ["BEGIN", "BEGIN"],
    ["begin isolation level serializable", "BEGIN"],
    ["start transaction", "START TRANSACTION"],
    ["/* a */ -- b\n Commit and chain", "COMMIT"],
    ["end", "END"],
    ["abort", "ABORT"],
    ["rollback work", "ROLLBACK"],
    ["prepare transaction 'x'", "PREPARE TRANSACTION"],
    ["commit prepared 'x'", "COMMIT"],
  ])("%s", (sql, command) => expect(splitStatements(sql).map(transactionControl)).toEqual([command]));

  test.each([
    "savepoint a",
    "rollback to a",
    "rollback work to savepoint a",
    "release a",
    "prepare p as select 1",
    "select 'commit'",
    "do $$ begin perform 1; end $$",
    "comment on table t is 'x; commit'",
    '"commit"',
    "create function f() returns int begin atomic select 1; end",
  ])("not %s", (sql) => expect(splitStatements(sql).map(transactionControl)).toEqual([null]));

  test("found behind other statements", () => {
    expect(splitStatements("insert into t values (1); commit; begin").map(transactionControl)).toEqual([
      null,
      "COMMIT",
      "BEGIN",
    ]);
  });
});
