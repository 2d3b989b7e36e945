import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { embeddedScratch } from "../../src/proof/scratch.ts";
import { materialise } from "../../src/proof/materialise.ts";
import { prove } from "../../src/proof/prove.ts";
import { readDatabase } from "../../src/database/toCatalog.ts";
import { revision, upgrade } from "../../src/index.ts";
import { createDatabase, eachMajor, type TestDatabase } from "../support/database.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { shareEmbeddedBase } from "../support/embeddedBase.ts";
import { makeProject, type TestProject } from "../support/project.ts";

const DRIZZLE = `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };\n`;
const IMPORTS = `import { sql } from "drizzle-orm";
import { check, customType, integer, pgSchema, pgTable, text } from "drizzle-orm/pg-core";\n`;

function project(schema: string, config = "{}"): TestProject {
  return makeProject("0.45", {
    "drizzle.config.ts": DRIZZLE,
    "limbeck.config.ts": `export default ${config};\n`,
    "schema.ts": IMPORTS + schema,
  });
}

const PLAIN = `export const t = pgTable("t", { id: integer().primaryKey(), a: text() });\n`;

async function databasesOf({ query }: TestDatabase): Promise<readonly unknown[]> {
  const rows = await query("SELECT datname FROM pg_database WHERE datname LIKE 'limbeck\\_scratch\\_%'");
  return rows.map((row) => row["datname"]);
}

async function generate(target: TestProject, url: string): ReturnType<typeof revision> {
  return revision({ cwd: target.dir, env: { DATABASE_URL: url }, message: "all", autogenerate: true });
}

eachMajor("a generated revision", (major) => {
  test("is proven on the embedded Postgres, with the functions that only the database has", async () => {
    await using database = await createDatabase(major);
    await database.query(
      `CREATE FUNCTION slug(name text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT lower(name)'`,
    );
    await database.query("CREATE TYPE mood AS (a integer); CREATE TABLE elsewhere (id integer PRIMARY KEY)");
    const target = project(`export const t = pgTable("t", {
      id: integer().primaryKey(), a: text(), b: text().generatedAlwaysAs(sql\`slug(a)\`) });\n`);
    const { proof, file } = await generate(target, database.url);
    expect(proof).toMatchObject({
      where: expect.stringMatching(/^the embedded PostgreSQL \d+$/),
      reason: null,
    });
    expect(readFileSync(target.path(file ?? ""), "utf8")).toContain(
      "Proven: up, down and up again on the embedded",
    );
  });

  test("is proven with the extensions that the embedded Postgres has", async () => {
    await using database = await createDatabase(major);
    await database.query("CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions");
    const target =
      project(`const citext = customType<{ data: string }>({ dataType: () => "extensions.citext" });
      export const t = pgTable("t", { id: integer().primaryKey(), a: citext() });\n`);
    const { proof } = await generate(target, database.url);
    expect(proof?.where).toMatch(/^the embedded/);
  });

  test("is proven in a temporary database where the embedded Postgres lacks an extension", async () => {
    await using database = await createDatabase(major);
    await database.query("CREATE EXTENSION dblink");
    const target = project(`export const t = pgTable("t", { id: integer().primaryKey(), a: text() }, (t) => [
      check("c", sql\`\${t.a} <> dblink_current_query()\`)]);\n`);
    const { proof } = await generate(target, database.url);
    expect(proof).toMatchObject({ where: `a temporary database of PostgreSQL ${major}`, reason: null });
    expect(await databasesOf(database)).toEqual([]);
  });

  test("says that it is not proven where no scratch database can be had", async () => {
    await using database = await createDatabase(major);
    const role = `limbeck_proof_${major}_${process.pid}`;
    await database.query(
      `CREATE EXTENSION dblink; CREATE ROLE ${role} LOGIN; GRANT CREATE ON SCHEMA public TO ${role}`,
    );
    try {
      const url = new URL(database.url);
      url.username = role;
      url.password = "";
      const target =
        project(`export const t = pgTable("t", { id: integer().primaryKey(), a: text() }, (t) => [
        check("c", sql\`\${t.a} <> dblink_current_query()\`)]);\n`);
      const { proof, file } = await generate(target, url.href);
      expect(proof).toMatchObject({ where: null, reason: expect.stringContaining("dblink") });
      expect(readFileSync(target.path(file ?? ""), "utf8")).toContain("Not proven: ");
    } finally {
      await database.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  test.each([
    ["table public.mine", "CREATE TABLE mine (id integer)", "DROP TABLE mine"],
    ["function public.f()", "CREATE FUNCTION f() RETURNS int RETURN 1", "DROP FUNCTION f"],
    ["type public.mood", "CREATE TYPE mood AS ENUM ('sad')", "DROP TYPE mood"],
    ["schema mine", "CREATE SCHEMA mine", "DROP SCHEMA mine"],
  ])("is not proven in a shadow database that has a %s", async (what, create, drop) => {
    await using database = await createDatabase(major);
    await using shadow = await createDatabase(major);
    const target = project(PLAIN, `{ shadowUrl: ${JSON.stringify(shadow.url)} }`);
    await shadow.query(create);
    await expect(generate(target, database.url)).rejects.toMatchObject({
      code: "shadow-not-empty",
      exitCode: 2,
      message: expect.stringContaining(what),
    });
    expect(existsSync(target.path("migrations"))).toBe(false);
    await shadow.query(drop);
  });

  test("is proven in the shadow database, which keeps its extensions and nothing else", async () => {
    await using database = await createDatabase(major);
    await using shadow = await createDatabase(major);
    await shadow.query("CREATE EXTENSION citext");
    const before = await fingerprint((sql) => shadow.query(sql));
    const target = project(
      `export const s = pgSchema("s");\nexport const t = s.table("t", { id: integer().primaryKey().generatedAlwaysAsIdentity() });\n`,
      `{ shadowUrl: ${JSON.stringify(shadow.url)} }`,
    );
    const { proof } = await generate(target, database.url);
    expect(proof).toMatchObject({
      where: `the shadow database of PostgreSQL ${major}`,
      reason: null,
    });
    expect(await fingerprint((sql) => shadow.query(sql))).toEqual(before);
  });

  test("is not proven in its own database, nor where the URL is none", async () => {
    await using database = await createDatabase(major);
    const own = database.url.replace("127.0.0.1", "localhost");
    await expect(
      generate(project(PLAIN, `{ shadowUrl: ${JSON.stringify(own)} }`), database.url),
    ).rejects.toMatchObject({ code: "shadow-is-project", exitCode: 2 });
    await expect(
      generate(project(PLAIN, `{ shadowUrl: "mysql://u:secret@h/d" }`), database.url),
    ).rejects.toMatchObject({
      code: "url-scheme",
      exitCode: 2,
      message: expect.not.stringContaining("secret"),
    });
  });

  test("is not written where Postgres refuses what the models say", async () => {
    await using database = await createDatabase(major);
    const target = project(`export const t = pgTable("t", { id: integer().primaryKey(), a: text() }, (t) => [
      check("c", sql\`\${t.a} > no_such_function()\`)]);\n`);
    await expect(generate(target, database.url)).rejects.toMatchObject({
      code: "models-refused",
      exitCode: 2,
      message: expect.stringMatching(
        /no_such_function\(\) does not exist\.\n  statement: .*CREATE TABLE "public"\."t"/,
      ),
      hint: expect.stringContaining("a revision before this one"),
    });
    expect(existsSync(target.path("migrations"))).toBe(false);
  });

  test("is written unproven where that is wanted", async () => {
    await using database = await createDatabase(major);
    const target = project(PLAIN, "{ proof: false }");
    const { proof, file } = await generate(target, database.url);
    expect(proof).toBeNull();
    expect(readFileSync(target.path(file ?? ""), "utf8")).not.toMatch(/proven/i);
  });

  test("changes nothing but the tables it is about", async () => {
    await using database = await createDatabase(major);
    const target = project(PLAIN);
    await generate(target, database.url);
    await upgrade({ cwd: target.dir, env: { DATABASE_URL: database.url }, target: "head" });
    target.write("schema.ts", IMPORTS + PLAIN.replace("a: text()", "a: text().notNull().default('x')"));
    const { proof, revision: id } = await generate(target, database.url);
    expect([id, proof?.reason]).toEqual(["0002", null]);
  });
});

const HEAD = `import type { Operations } from "limbeck/op";
export const revision = "0001";
export const downRevision = null;\n`;

/** Proves a file that takes a table `t` with a column `a` to one with a column `b` besides. */
async function proofOf(up: string, down: string): Promise<void> {
  const cacheDir = mkdtempSync(join(tmpdir(), "limbeck-proof-"));
  shareEmbeddedBase(cacheDir);
  const { session } = await embeddedScratch(cacheDir, []);
  const models = async (...statements: readonly string[]): ReturnType<typeof readDatabase> => {
    for (const sql of statements) await session.execute(sql);
    const catalog = await readDatabase(session, { schemas: () => true });
    await session.execute("DROP TABLE t");
    return catalog;
  };
  try {
    const from = await models("CREATE TABLE t (a integer)");
    const to = await models("CREATE TABLE t (a integer, b integer DEFAULT 1)");
    await materialise(session, from, []);
    const source = `${HEAD}
      export async function up(op: Operations): Promise<void> { ${up} }
      export async function down(op: Operations): Promise<void> { ${down} }\n`;
    await prove(session, {
      source,
      change: { from, to },
      held: { from, to },
      support: [],
      exclude: [],
      cacheDir,
    });
  } finally {
    await session.close();
    rmSync(cacheDir, { recursive: true, force: true });
  }
}

const ADD = `op.addColumn("t", { name: "b", type: "integer", default: "1" });`;
const DROP = `op.dropColumn("t", "b");`;

test("what is right is proven", async () => {
  await expect(proofOf(ADD, DROP)).resolves.toBeUndefined();
});

test.each([
  ["does less than the models say", `op.addColumn("t", { name: "b", type: "integer" });`, DROP, "default"],
  ["leaves something behind on the way down", ADD, "", "column public.t.b"],
  [
    "leaves a comment, of which the catalog knows nothing",
    `${ADD} op.execute("COMMENT ON TABLE t IS 'x'");`,
    DROP,
    "-- x",
  ],
  ["cannot go down", ADD, `op.dropColumn("t", "c");`, "down fails"],
  ["cannot go up", `op.execute("SELECT 1 / 0");`, DROP, "division by zero"],
])("what %s is not", async (_what, up, down, said) => {
  await expect(proofOf(up, down)).rejects.toThrow(said);
});
