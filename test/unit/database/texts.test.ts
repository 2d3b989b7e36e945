import { describe, expect, it } from "vitest";
import { groupTexts } from "../../../src/database/judgeGroups.ts";
import { shortcut } from "../../../src/database/shortcuts.ts";
import { builtInType, isSerialName } from "../../../src/database/typeAliases.ts";
import { parseArray, typeParsers } from "../../../src/database/typeParsers.ts";
import type { Question } from "../../../src/diff/judgement.ts";
import { withoutOuterParentheses } from "../../../src/objects/printedText.ts";

const table = {
  name: "t",
  columns: [
    { name: "a", type: "character varying(20)" },
    { name: "b", type: "integer" },
    { name: "c", type: "text[]" },
  ],
};

function ask(role: Question["role"], model: string, database: string, column?: string): Question {
  return { role, model, database, column, table: role === "type" ? null : table };
}

it.each([
  ["(a)", "a"],
  ["((a > 0))", "a > 0"],
  ["(a) AND (b)", "(a) AND (b)"],
  ["((a) AND (b))", "(a) AND (b)"],
  ["(a = ')')", "a = ')'"],
  ["(a = E'\\')')", "a = E'\\')'"],
  ["(a = 'it''s (')", "a = 'it''s ('"],
  ['("odd)" > 0)', '"odd)" > 0'],
  ["f(a)", "f(a)"],
  ["(a", "(a"],
  ["(a))", "(a))"],
  ["", ""],
])("takes the parentheses off %j", (text, inner) => {
  expect(withoutOuterParentheses(text)).toBe(inner);
});

describe("shortcuts", () => {
  it.each([
    ask("condition", "b > 0", "b > 0"),
    ask("condition", "(b > 0)", "b > 0"),
    ask("expression", "lower(a)", "(lower(a))"),
    ask("default", "'x'", "'x'::character varying", "a"),
    ask("default", "'{}'", "'{}'::text[]", "c"),
    ask("type", "timestamptz(3)", "timestamp(3) with time zone"),
  ])("settle $role $model = $database", (question) => {
    expect(shortcut(question)).toBe("equal");
  });

  it.each([
    ask("condition", "b > 0", "b > 1"),
    ask("default", "'x'", "'x'::text", "a"),
    ask("default", "'x' || 'y'", "'x' || 'y'::character varying", "a"),
    ask("default", "x", "x::character varying", "a"),
    ask("default", "(1)", "1", "b"),
    ask("type", "integer", "bigint"),
    ask("type", "public.mine", "mine"),
  ])("leave $role $model = $database to Postgres", (question) => {
    expect(shortcut(question)).toBe("ask");
  });

  it("never ask what a serial prints as", () => {
    expect(shortcut(ask("type", "serial", "integer"))).toBe("different");
    expect(shortcut(ask("type", "SERIAL4", "serial"))).toBe("equal");
    expect(isSerialName("bigserial")).toBe(true);
    expect(builtInType("serial[]")).toBeNull();
  });
});

it.each([
  "nonsense",
  "",
  "()",
  "numeric(a)",
  "numeric(1,2,3)",
  "timestamp(7)",
  "interval year to",
  "public.int4",
  "text(3)",
  "float(54)",
  "constructor",
  "numeric(,)",
])("leaves the type %j to Postgres", (text) => {
  expect(builtInType(text)).toBeNull();
});

it("groups texts by table, each once, and gives Postgres only the columns they may mean", () => {
  const items = [
    { question: ask("condition", "b > 0", ""), text: "b > 0" },
    { question: ask("default", "1", "", "b"), text: "1" },
    { question: ask("condition", "b > 0", ""), text: "b > 0" },
    { question: ask("type", "int", ""), text: "int" },
  ];
  const { groups, keyOf } = groupTexts(items);
  expect(groups).toEqual([
    {
      name: '"t"',
      columns: ['"b" integer'],
      items: {
        "limbeck condition 0": 'CONSTRAINT "limbeck condition 0" CHECK (b > 0\n)',
        "limbeck default 1": '"limbeck default 1" integer DEFAULT (1\n)',
      },
    },
    { name: '"limbeck types"', columns: [], items: { "limbeck type 0": '"limbeck type 0" int\n' } },
  ]);
  expect(items.map(keyOf)).toEqual([
    { group: 0, key: "limbeck condition 0" },
    { group: 0, key: "limbeck default 1" },
    { group: 0, key: "limbeck condition 0" },
    { group: 1, key: "limbeck type 0" },
  ]);
});

it("reads array literals", () => {
  expect(parseArray('{a,NULL,"NULL","x\\"\\\\y",""}', String)).toEqual(["a", null, "NULL", 'x"\\y', ""]);
  expect(parseArray("{}", Number)).toEqual([]);
  expect(parseArray("{{1,2},{3,4}}", Number)).toEqual([
    [1, 2],
    [3, 4],
  ]);
  expect(typeParsers[3807]?.('{"{\\"a\\": 1}",NULL}')).toEqual([{ a: 1 }, null]);
});
