import { describe, expect, test } from "vitest";
import { modelsOf } from "../../support/models.ts";
import { LINES } from "../../support/project.ts";

const LONG = "a_name_that_is_as_long_as_postgres_lets_any_name_be_63_bytes__"; // 62 bytes

/** What a mistake is, the models that make it, and what the error says. */
interface Mistake {
  readonly what: string;
  readonly text: string;
  readonly code: string;
  readonly says: readonly (string | RegExp)[];
  readonly hint?: RegExp;
}

const NAMES: readonly Mistake[] = [
  {
    what: "two tables",
    text: 'export const a = pgTable("t", { x: integer() }); export const b = pgTable("t", { y: integer() });',
    code: "duplicate-object",
    says: ["The table t is declared by", '"a" in', '"b" in', "schema.ts"],
  },
  {
    what: "two enums",
    text: 'export const a = pgEnum("e", ["x"]); export const b = pgEnum("e", ["y"]); export const t = pgTable("t", { x: a() });',
    code: "duplicate-object",
    says: ["The enum type e is declared by", '"a" in', '"b" in'],
  },
  {
    what: "a table and an index",
    text: `export const t = pgTable("t", { x: integer() });
      export const u = pgTable("u", { x: integer() }, (u) => [index("t").on(u.x)]);`,
    code: "duplicate-name",
    says: ["The table t", '"t" in', "the index t", '"u" in'],
  },
  {
    what: "a table and a sequence",
    text: 'export const t = pgTable("n", { x: integer() }); export const s = pgSequence("n");',
    code: "duplicate-name",
    says: ["sequence n", "table n", '"s" in', '"t" in'],
  },
  {
    what: "a table and an enum",
    text: 'export const e = pgEnum("n", ["x"]); export const t = pgTable("n", { x: e() });',
    code: "duplicate-name",
    says: ["enum type n", "table n", "tables and types of a schema"],
  },
  {
    what: "indexes of two tables",
    text: `export const t = pgTable("t", { x: integer() }, (t) => [index("i").on(t.x)]);
      export const u = pgTable("u", { x: integer() }, (u) => [index("i").on(u.x)]);`,
    code: "duplicate-object",
    says: ["The index i is declared by", '"t" in', '"u" in'],
  },
  {
    what: "an index and a unique constraint",
    text: `export const t = pgTable("t", { x: integer(), y: integer() }, (t) => [unique("n").on(t.x), index("n").on(t.y)]);`,
    code: "duplicate-name",
    says: ["unique constraint t.n", "index n", '"t" in'],
  },
  {
    what: "primary keys of two tables",
    text: `export const t = pgTable("t", { x: integer() }, (t) => [primaryKey({ name: "k", columns: [t.x] })]);
      export const u = pgTable("u", { x: integer() }, (u) => [primaryKey({ name: "k", columns: [u.x] })]);`,
    code: "duplicate-name",
    says: ["primary key t", "primary key u"],
  },
  {
    what: "constraints of two kinds on one table",
    text: `export const t = pgTable("t", { x: integer() }, (t) => [check("n", sql\`true\`), unique("n").on(t.x)]);`,
    code: "duplicate-name",
    says: ["unique constraint t.n", "check constraint t.n", "constraints of a table"],
  },
  {
    what: "two checks",
    text: `export const t = pgTable("t", { x: integer() }, (t) => [check("n", sql\`true\`), check("n", sql\`false\`)]);`,
    code: "duplicate-object",
    says: ["The check constraint t.n is declared twice by", '"t" in'],
  },
  {
    what: "two columns",
    text: 'export const t = pgTable("t", { a: integer("x"), b: integer("x") });',
    code: "duplicate-object",
    says: ["The column t.x is declared twice by"],
  },
  {
    what: "the sequence of an identity column and a table",
    text: `export const t = pgTable("t", { x: integer().generatedAlwaysAsIdentity({ name: "u" }) });
      export const u = pgTable("u", { x: integer() });`,
    code: "duplicate-name",
    says: ["column t.x", "table u"],
  },
  {
    what: "tables once they are cut",
    text: `export const a = pgTable("${LONG}12", { x: integer() }); export const b = pgTable("${LONG}13", { x: integer() });`,
    code: "duplicate-object",
    says: [`The table ${LONG}1 is declared by`, '"a" in', '"b" in'],
    hint: /first 63 bytes/,
  },
  {
    what: "tables cut inside a character",
    text: `export const a = pgTable("${LONG}é", { x: integer() }); export const b = pgTable("${LONG}ü", { x: integer() });`,
    code: "duplicate-object",
    says: [`The table ${LONG} is declared by`],
    hint: /first 63 bytes/,
  },
  {
    what: "implicit names of indexes once they are cut",
    text: `export const a = pgTable("${LONG.slice(0, 54)}", { first_column: integer(), first_corn: integer() }, (t) => [
      index().on(t.first_column), index().on(t.first_corn)]);`,
    code: "duplicate-object",
    says: [`The index ${LONG.slice(0, 54)}_first_co is`, 'twice by "a" in'],
    hint: /first 63 bytes/,
  },
  {
    what: "implicit names of unique constraints once they are cut",
    text: `export const a = pgTable("${LONG.slice(0, 54)}", { first_column: integer(), first_corn: integer(), b: integer() }, (t) => [
      unique().on(t.first_column, t.b), unique().on(t.first_corn, t.b)]);`,
    code: "duplicate-object",
    says: [`unique constraint ${LONG.slice(0, 54)}.${LONG.slice(0, 54)}_first_co`],
    hint: /first 63 bytes/,
  },
];

const DIALECTS: readonly Mistake[] = [
  {
    what: "a table of MySQL",
    text: 'import { mysqlTable, int } from "drizzle-orm/mysql-core"; export const mine = mysqlTable("mine", { id: int() });',
    code: "other-dialect",
    says: ['export "mine"', "schema.ts", "MySqlTable"],
    hint: /pg-core/,
  },
  {
    what: "a table of SQLite",
    text: 'import * as lite from "drizzle-orm/sqlite-core"; export const mine = lite.sqliteTable("mine", { id: lite.integer() });',
    code: "other-dialect",
    says: ['export "mine"', "SQLiteTable"],
  },
  {
    what: "an enum of MySQL",
    text: 'import { mysqlEnum } from "drizzle-orm/mysql-core"; export const mood = mysqlEnum("mood", ["a"]);',
    code: "other-dialect",
    says: ['export "mood"', "MySqlEnum"],
  },
  {
    what: "a schema of MySQL",
    text: 'import { mysqlSchema } from "drizzle-orm/mysql-core"; export const app = mysqlSchema("app");',
    code: "other-dialect",
    says: ['export "app"', "MySqlSchema"],
  },
  {
    what: "a view of SQLite",
    text: 'import * as lite from "drizzle-orm/sqlite-core"; export const v = lite.sqliteView("v", { id: lite.integer() }).existing();',
    code: "other-dialect",
    says: ['export "v"', "SQLiteView"],
  },
  {
    what: "a column of MySQL in a table of Postgres",
    text: 'import { varchar as my } from "drizzle-orm/mysql-core"; export const t = pgTable("t", { a: my({ length: 2 }) as never });',
    // Drizzle itself cannot build it.
    code: "models-not-loaded",
    says: [/schema\.ts:\d+/],
  },
  {
    what: "a column of SQLite in a table of Postgres",
    text: 'import * as lite from "drizzle-orm/sqlite-core"; export const t = pgTable("t", { a: lite.integer() as never });',
    code: "models-not-loaded",
    says: [/schema\.ts:\d+/],
  },
  ...["check", "index", "unique", "primaryKey", "foreignKey", "uniqueIndex"].map((name) => ({
    what: `${name} of MySQL in the extra configuration`,
    text: `import * as my from "drizzle-orm/mysql-core";
      export const t = pgTable("t", { a: integer() }, (t) => [${foreignEntry(name)} as never]);`,
    code: "unknown-table-entry",
    says: ["table t", 'export "t"', /MySql/],
    hint: /pg-core/,
  })),
];

function foreignEntry(name: string): string {
  if (name === "check") return 'my.check("c", sql`true`)';
  if (name === "primaryKey") return "my.primaryKey({ columns: [t.a as never] })";
  if (name === "foreignKey")
    return "my.foreignKey({ columns: [t.a as never], foreignColumns: [t.a as never] })";
  return `my.${name}("n").on(t.a as never)`;
}

const VALUES: readonly Mistake[] = [
  {
    what: "a default that is no label",
    text: 'const e = pgEnum("e", ["x", "y"]); export const t = pgTable("t", { a: e().default("z" as never) });',
    code: "bad-default",
    says: ["table t, column a", 'export "t"', '"z"'],
    hint: /"x", "y"/,
  },
  {
    what: "a default of an array with something that is no label",
    text: 'const e = pgEnum("e", ["x", "y"]); export const t = pgTable("t", { a: e().array().default(["x", "z"] as never) });',
    code: "bad-default",
    says: ["table t, column a", '"z"'],
  },
  {
    what: "a default that is no date",
    text: 'export const t = pgTable("t", { a: timestamp().default(new Date("never")) });',
    code: "no-sql-literal",
    says: ["table t, column a", 'export "t"'],
  },
  {
    what: "a default that JSON cannot hold",
    text: 'export const t = pgTable("t", { a: jsonb().default({ n: 1n }) });',
    code: "no-json-literal",
    says: ["table t, column a", 'export "t"'],
  },
  {
    what: "a function as a default",
    text: 'export const t = pgTable("t", { a: text().default((() => "x") as never) });',
    code: "no-sql-literal",
    says: ["table t, column a"],
  },
  {
    what: "a placeholder in a check",
    text: 'export const t = pgTable("t", { a: integer() }, (t) => [check("c", sql`${t.a} > ${sql.placeholder("p")}`)]);',
    code: "sql-placeholder",
    says: ["table t, check c", 'export "t"'],
  },
  {
    what: "a function in a predicate",
    text: 'export const t = pgTable("t", { a: integer() }, (t) => [index("i").on(t.a).where(sql`${t.a} > ${() => 1}`)]);',
    code: "no-sql-literal",
    says: ["table t, index i", 'export "t"'],
  },
  {
    what: "an expression in an index without a name",
    text: 'export const t = pgTable("t", { a: text() }, (t) => [uniqueIndex().on(sql`lower(${t.a})`)]);',
    code: "index-without-name",
    says: ["table t", 'export "t"'],
    hint: /uniqueIndex\(\)/,
  },
];

describe.each(LINES)("drizzle %s: mistakes in models", (line) => {
  test.each([...NAMES, ...DIALECTS, ...VALUES].map((mistake) => [mistake.what, mistake] as const))(
    "%s",
    async (_what, { text, code, says, hint }) => {
      const error: unknown = await modelsOf(line, text).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: "ModelError", code, exitCode: 2 });
      const { message, hint: remedy } = error as { readonly message: string; readonly hint?: string };
      for (const part of says) expect(message).toMatch(part);
      if (hint !== undefined) expect(remedy).toMatch(hint);
    },
  );

  test("what real projects say twice is no mistake", async () => {
    const text = `import { relations } from "drizzle-orm";
      export const u = pgTable("u", { id: integer().primaryKey().unique(), n: integer().unique() }, (t) => [
        primaryKey({ columns: [t.id] }), unique().on(t.n)]);
      export const t = pgTable("t", { a: integer().references(() => u.id) }, (t) => [
        foreignKey({ columns: [t.a], foreignColumns: [u.id] })]);
      export const again = t; export default { t, u };
      export const columns = { at: timestamp() }; export const maker = pgTableCreator((name) => name);
      export const id = uuid(); export const limit = 5;`;
    const { objects } = await modelsOf(line, text.replace(/import \{ relations.*\n/, ""));
    expect([...objects.values()].map(({ kind }) => kind).filter((kind) => kind !== "column")).toEqual([
      "table",
      "table",
      "primaryKey",
      "unique",
      "foreignKey",
    ]);
  });

  test("the same names on different tables and in different schemas are no mistake", async () => {
    const text = `const s = pgSchema("s");
      export const t = pgTable("t", { x: integer() }, (t) => [check("c", sql\`true\`), index("i").on(t.x)]);
      export const u = s.table("t", { x: integer() }, (t) => [check("c", sql\`true\`), index("i").on(t.x)]);
      export const v = pgTable("v", { x: integer() }, (t) => [check("c", sql\`true\`), check("i", sql\`true\`)]);`;
    expect((await modelsOf(line, text)).objects.size).toBeGreaterThan(10);
  });
});
