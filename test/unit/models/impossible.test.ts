import { describe, expect, test } from "vitest";
import { refuseImpossible } from "../../../src/models/impossible.ts";
import { versionTables } from "../../../src/runtime/versionTable.ts";
import { modelsOf } from "../../support/models.ts";
import { LINES } from "../../support/project.ts";

const { version, log } = versionTables();

/** What Postgres can never take, by the code of the error and what it says. */
const CASES: readonly (readonly [code: string, text: string, says: string])[] = [
  ["name-empty", 'export const t = pgTable("", { id: integer() });', "its name is empty"],
  [
    "name-empty",
    'export const t = pgTable("t", { id: integer() }, (t) => [unique("").on(t.id), check("", sql`true`)]);',
    "its name is empty",
  ],
  ["name-invalid", 'export const t = pgTable("a\\0b", { id: integer() });', "NUL"],
  ["name-invalid", 'export const t = pgTable("t", { id: integer("a\\0b") });', "NUL"],
  ...["ctid", "xmin", "xmax", "cmin", "cmax", "tableoid"].map(
    (name) =>
      [
        "system-column",
        `export const t = pgTable("t", { id: integer("${name}") });`,
        `column t.${name} (export "t"`,
      ] as const,
  ),
  [
    "enum-label-twice",
    'export const e = pgEnum("e", ["a", "b", "a"]); export const t = pgTable("t", { e: e() });',
    'the label "a" more than once',
  ],
  [
    "enum-label-invalid",
    'export const e = pgEnum("e", ["a\\0"]); export const t = pgTable("t", { e: e() });',
    "NUL",
  ],
  [
    "name-of-version-table",
    'export const t = pgTable("limbeck_version", { id: integer() });',
    "table limbeck_version",
  ],
  [
    "name-of-version-table",
    'export const t = pgTable("limbeck_version_log", { id: integer() });',
    "table limbeck_version_log",
  ],
  [
    "system-schema",
    'export const s = pgSchema("pg_own"); export const t = s.table("t", { id: integer() });',
    "schema pg_own",
  ],
  [
    "system-schema",
    'export const s = pgSchema("information_schema"); export const t = s.table("t", { id: integer() });',
    "schema information_schema",
  ],
  [
    "key-without-columns",
    'export const t = pgTable("t", { id: integer() }, () => [unique("u").on()]);',
    "it has no columns",
  ],
  [
    "key-without-columns",
    'export const t = pgTable("t", { id: integer() }, () => [primaryKey({ columns: [] })]);',
    "it has no columns",
  ],
  [
    "check-empty",
    'export const t = pgTable("t", { id: integer() }, () => [check("c", sql` `)]);',
    "its condition is empty",
  ],
  [
    "foreign-key-columns",
    'export const t = pgTable("t", { id: integer().primaryKey(), a: integer() }, (t) => [foreignKey({ columns: [t.id, t.a], foreignColumns: [t.id] })]);',
    "it has 2 columns and refers to 1 column",
  ],
  [
    "foreign-key-without-key",
    'export const t = pgTable("t", { id: integer(), a: integer().references(() => t.id) });',
    "refers to t (id), which no primary key",
  ],
  [
    "foreign-key-without-key",
    'export const t = pgTable("t", { id: integer(), a: integer().references(() => t.id) }, (t) => [uniqueIndex("i").on(t.id).where(sql`true`)]);',
    "refers to t (id)",
  ],
];

/** What looks like one of these, and is none. */
const POSSIBLE: readonly string[] = [
  'export const t = pgTable("t", { oid: integer(), ctid: integer("CTID") });',
  'export const e = pgEnum("e", ["", "a", "A"]); export const t = pgTable("t", { e: e() });',
  'export const s = pgSchema("x"); export const t = s.table("limbeck_version", { id: integer() });',
  'export const t = pgTable("t", { a: integer(), b: integer(), c: integer(), d: integer() }, (t) => [unique().on(t.a, t.b), foreignKey({ columns: [t.c, t.d], foreignColumns: [t.b, t.a] })]);',
  'export const t = pgTable("t", { id: integer(), a: integer().references(() => t.id) }, (t) => [uniqueIndex("i").on(t.id)]);',
];

describe.each(LINES)("drizzle %s: what Postgres can never take", (line) => {
  test.each(CASES)("%s: %s", async (code, text, says) => {
    const models = await modelsOf(line, text);
    expect(() => refuseImpossible(models, [version, log])).toThrow(
      expect.objectContaining({
        code,
        exitCode: 2,
        message: expect.stringContaining(says),
        hint: expect.any(String),
        data: expect.objectContaining({
          export: expect.any(String),
          file: expect.stringContaining("schema.ts"),
        }),
      }),
    );
  });

  test.each(POSSIBLE)("nothing is said of %s", async (text) => {
    const models = await modelsOf(line, text);
    expect(() => refuseImpossible(models, [version, log])).not.toThrow();
  });
});
