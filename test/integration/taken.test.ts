import { expect, test } from "vitest";
import { check, diffSides, revision, upgrade, type CheckResult } from "../../src/index.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { makeProject } from "../support/project.ts";

const CONFIG = `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };\n`;
const MODELS = `import { date, index, integer, pgSequence, pgTable } from "drizzle-orm/pg-core";
export const p = pgTable("p", { id: integer().notNull(), day: date() }, (t) => [index("p_day").on(t.day)]);
export const q = pgTable("q", { id: integer().primaryKey() });\n`;

eachMajor("a name that another relation has", (major) => {
  async function checked(sql: string, models = MODELS): Promise<CheckResult & { warnings: string[] }> {
    await using database = await createDatabase(major);
    await database.query(sql);
    const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": models });
    const warnings: string[] = [];
    const env = { DATABASE_URL: database.url };
    const options = { cwd: project.dir, env, warn: (text: string) => void warnings.push(text) };
    const result = await check(options);
    return { ...result, warnings };
  }

  test.each([
    ["a partitioned table", "CREATE TABLE p (id integer, day date) PARTITION BY RANGE (day)"],
    [
      "a partition",
      "CREATE TABLE r (id integer, day date) PARTITION BY RANGE (day); CREATE TABLE p PARTITION OF r DEFAULT",
    ],
    [
      "a table that inherits from another",
      "CREATE TABLE r (id integer); CREATE TABLE p (day date) INHERITS (r)",
    ],
  ])("%s with the same columns is left to SQL", async (what, sql) => {
    const { differences, warnings } = await checked(`${sql}; CREATE TABLE q (id integer PRIMARY KEY)`);
    expect(differences.filter(({ object }) => object !== "table r")).toEqual([]);
    expect(warnings).toEqual([
      `The table p is ${what} in the database and is not compared: change it by SQL.`,
    ]);
  });

  test.each([
    ["a partitioned table", "CREATE TABLE p (id integer) PARTITION BY RANGE (id)"],
    [
      "a foreign table",
      "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER v FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE p (id integer, day date) SERVER v",
    ],
    ["a view", "CREATE VIEW p AS SELECT 1 AS id"],
    ["a materialized view", "CREATE MATERIALIZED VIEW p AS SELECT 1 AS id"],
    ["a composite type", "CREATE TYPE p AS (id integer)"],
  ])("%s is refused", async (what, sql) => {
    await expect(checked(sql)).rejects.toMatchObject({
      code: "name-taken",
      exitCode: 4,
      message: `The models declare the table p, but p is ${what} in the database: Limbeck leaves those alone.`,
      hint: expect.stringContaining("tablesFilter"),
    });
  });

  test("a foreign key to a partitioned table, and what has agreed before", async () => {
    await using database = await createDatabase(major);
    await database.query("CREATE TABLE p (id integer PRIMARY KEY) PARTITION BY RANGE (id)");
    const models = `import { integer, pgTable } from "drizzle-orm/pg-core";
export const p = pgTable("p", { id: integer().primaryKey() });
export const q = pgTable("q", { id: integer().primaryKey(), p: integer().references(() => p.id) });\n`;
    const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": models });
    const warnings: string[] = [];
    const env = { DATABASE_URL: database.url };
    const options = { cwd: project.dir, env, warn: (text: string) => void warnings.push(text) };
    expect(await revision({ ...options, message: "q", autogenerate: true })).toMatchObject({
      differences: [{ action: "create", object: "table q" }],
      proof: { reason: null },
    });
    await upgrade({ ...options, target: "head" });
    expect(await check(options)).toMatchObject({ matches: true });
    expect(await check(options)).toMatchObject({ matches: true });
    expect(await diffSides({ ...options, from: "models", to: "database" })).toMatchObject({
      differences: [],
    });
    expect(warnings).toHaveLength(4);
  });
});
