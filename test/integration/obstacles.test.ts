import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { revision, upgrade } from "../../src/index.ts";
import { createDatabase, eachMajor, type TestDatabase } from "../support/database.ts";
import { makeProject, type TestProject } from "../support/project.ts";

const CONFIG = `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };\n`;
const IMPORTS = `import { integer, bigint, pgEnum, pgSchema, pgTable, text, uuid, varchar } from "drizzle-orm/pg-core";\n`;
const BEFORE = `export const mood = pgEnum("mood", ["sad", "ok"]);
export const t = pgTable("t", { id: integer().primaryKey(), a: integer(), b: varchar({ length: 9 }), m: mood() });
export const s = pgSchema("s");
export const u = s.table("u", { id: integer().primaryKey() });\n`;

interface Run {
  readonly project: TestProject;
  readonly warnings: string[];
  generate(schema: string, proof?: boolean): ReturnType<typeof revision>;
}

/** A project whose first revision is applied, and then what somebody else did to the database. */
async function after(database: TestDatabase, sql: string): Promise<Run> {
  const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": IMPORTS + BEFORE });
  const warnings: string[] = [];
  const options = {
    cwd: project.dir,
    env: { DATABASE_URL: database.url },
    warn: (text: string) => void warnings.push(text),
  };
  await revision({ ...options, message: "first", autogenerate: true, proof: false });
  await upgrade({ ...options, target: "head" });
  await database.query(sql);
  return {
    project,
    warnings,
    generate: (schema, proof) => {
      project.write("schema.ts", IMPORTS + schema);
      return revision({ ...options, message: "second", autogenerate: true, proof });
    },
  };
}

const change = (from: string, to: string): string => BEFORE.replace(from, to);
const FUNCTION = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";

/** What stands in the way of what change, in Postgres's words. */
const CASES: readonly (readonly [name: string, sql: string, schema: string, message: RegExp])[] = [
  [
    "a function over a dropped table's rows",
    "CREATE FUNCTION f(t) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    BEFORE.replace(/export const t = .*\n/, ""),
    /function public\.f\(public\.t\) needs the table t, which is dropped/,
  ],
  [
    "a trigger that names a column of another type",
    `${FUNCTION}; CREATE TRIGGER g BEFORE UPDATE OF b ON t FOR EACH ROW EXECUTE FUNCTION f()`,
    change("varchar({ length: 9 })", "text()"),
    /trigger g on table public\.t needs the column t\.b, which gets another type/,
  ],
  [
    "a trigger whose condition reads a dropped column",
    `${FUNCTION}; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION f()`,
    change(" a: integer(),", ""),
    /trigger g on table public\.t needs the column t\.a, which is dropped/,
  ],
  [
    "a foreign key from a schema that is none of ours",
    "CREATE SCHEMA other; CREATE TABLE other.x (t integer REFERENCES public.t (id))",
    BEFORE.replace(/export const t = .*\n/, ""),
    /constraint x_t_fkey on table other\.x needs the table t/,
  ],
  [
    "the same, where the type changes to one that cannot be compared",
    "CREATE SCHEMA other; CREATE TABLE other.x (t integer REFERENCES public.t (id))",
    change("id: integer().primaryKey(), a", "id: text().primaryKey(), a"),
    /constraint x_t_fkey on table other\.x needs the column t\.id/,
  ],
  [
    "a domain over an enum that is dropped",
    "CREATE DOMAIN d AS mood",
    change(", m: mood()", "").replace(/export const mood.*\n/, ""),
    /type public\.d needs the enum type mood, which is dropped/,
  ],
  [
    "a composite type with an enum that is built anew",
    "CREATE TYPE c AS (m mood)",
    change('["sad", "ok"]', '["ok"]'),
    /column m of composite type public\.c needs the enum type mood, which gets another type/,
  ],
  [
    "a view over a column whose enum is built anew, and what it keeps besides",
    "CREATE VIEW other_view AS SELECT m FROM t WHERE m = 'ok'; CREATE TABLE p (m mood) PARTITION BY LIST (m)",
    change('["sad", "ok"]', '["ok"]'),
    /column m of table public\.p needs the enum type mood/,
  ],
  [
    "a schema with a function and a partitioned table in it",
    "CREATE FUNCTION s.f() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE TABLE s.p (a integer) PARTITION BY LIST (a)",
    BEFORE.replace(/export const [su] = .*\n/g, ""),
    /function s\.f\(\) needs the schema s, which is dropped\n {2}table s\.p needs the schema s/,
  ],
];

eachMajor("what no catalog holds", (major) => {
  test.each(CASES)("stands in the way: %s", async (_name, sql, schema, message) => {
    await using database = await createDatabase(major);
    const { generate, project } = await after(database, sql);
    await expect(generate(schema)).rejects.toMatchObject({
      code: "in-the-way",
      exitCode: 4,
      message: expect.stringMatching(message),
      hint: expect.stringContaining("--no-proof"),
    });
    expect(readdirSync(project.path("migrations"))).toEqual(["0001_first.ts"]);
  });

  test("can be left to Postgres, which refuses", async () => {
    await using database = await createDatabase(major);
    const { generate, project } = await after(database, "CREATE DOMAIN d AS mood");
    const { file } = await generate(change(", m: mood()", "").replace(/export const mood.*\n/, ""), false);
    expect(existsSync(project.path(file ?? ""))).toBe(true);
    const options = { cwd: project.dir, env: { DATABASE_URL: database.url } };
    await expect(upgrade({ ...options, target: "head" })).rejects.toMatchObject({ code: "statement-failed" });
  });

  test("stands in nobody's way where Postgres rebuilds it or drops it along", async () => {
    await using database = await createDatabase(major);
    const { generate, warnings } = await after(
      database,
      `${FUNCTION}; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
       CREATE STATISTICS stats ON a, id FROM t; ALTER TABLE t ADD CONSTRAINT x EXCLUDE (a WITH =);
       CREATE SCHEMA other; CREATE TABLE other.x (t integer REFERENCES public.t (id))`,
    );
    const wider = change(
      "id: integer().primaryKey(), a: integer()",
      'id: bigint({ mode: "number" }).primaryKey(), a: bigint({ mode: "number" })',
    );
    expect(await generate(wider)).toMatchObject({ revision: "0002", proof: { reason: null } });
    expect(warnings).toEqual([]);
  });

  test("is lost with a dropped column, and that is said", async () => {
    await using database = await createDatabase(major);
    const { generate, warnings } = await after(
      database,
      "CREATE STATISTICS stats ON a, id FROM t; ALTER TABLE t ADD CONSTRAINT x EXCLUDE (a WITH =)",
    );
    expect(await generate(change(" a: integer(),", ""))).toMatchObject({ revision: "0002" });
    expect(warnings).toEqual([
      "PostgreSQL will drop the constraint x on table public.t with the column t.a, which is dropped; down does not bring it back.",
      "PostgreSQL will drop the statistics object public.stats with the column t.a, which is dropped; down does not bring it back.",
    ]);
  });
});
