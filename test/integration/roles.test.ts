import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { check, downgrade, revision, upgrade } from "../../src/index.ts";
import { createDatabase, eachMajor, majors, type TestDatabase } from "../support/database.ts";
import { LINES, makeProject, type Line, type TestProject } from "../support/project.ts";

// All databases of a server share its roles, and other tests use the server meanwhile: each test names its own.
let count = 0;
const unique = (): string => `limbeck_role_${process.pid}_${(count += 1)}`;

const HEAD = `import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgRole, pgTable, text } from "drizzle-orm/pg-core";
`;

const TABLE = 'export const docs = pgTable("docs", { id: integer(), owner: text() });';

/** A project whose configuration says so of roles. */
function project(line: Line, roles: string, models: string): TestProject {
  const entities = roles === "" ? "" : `, entities: { roles: ${roles} }`;
  return makeProject(line, {
    "drizzle.config.ts": `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations"${entities} };\n`,
    "schema.ts": HEAD + models,
  });
}

eachMajor("roles", (major) => {
  let database: TestDatabase;
  let role: string;
  let other: string;

  beforeEach(async () => {
    [role, other] = [unique(), unique()];
    database = await createDatabase(major);
  });
  afterEach(async () => {
    for (const name of [role, other]) {
      const [found] = await database.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
      if (found !== undefined) await database.query(`DROP OWNED BY "${name}"; DROP ROLE "${name}"`);
    }
    await database.drop();
  });

  const options = (of: TestProject): { cwd: string; env: Record<string, string> } => ({
    cwd: of.dir,
    env: { DATABASE_URL: database.url },
  });
  const step = async (of: TestProject, message: string): Promise<readonly string[]> => {
    // The proof runs on the embedded Postgres, whatever the server.
    const proof = major === majors().at(-1);
    const { sql } = await revision({ ...options(of), message, autogenerate: true, proof });
    await upgrade({ ...options(of), target: "head" });
    expect(await check(options(of))).toMatchObject({ matches: true });
    return sql;
  };
  const attributes = async (name: string): Promise<unknown> =>
    (
      await database.query(
        "SELECT rolcreatedb AS db, rolcreaterole AS role, rolinherit AS inherit, rolcanlogin AS login FROM pg_roles WHERE rolname = $1",
        [name],
      )
    )[0];

  const selected = (): string => JSON.stringify({ include: [role, other] });

  describe.each(LINES)("drizzle %s", (line) => {
    test("are made, altered and dropped, there and back, before and after their policies", async () => {
      const models = (options: string, policies: string): string =>
        `${HEAD}export const reader = pgRole("${role}"${options});\nexport const docs = pgTable("docs", { id: integer(), owner: text() }, (t) => [${policies}]);`;
      const policy = "pgPolicy('p', { to: reader, using: sql`${t.owner} = current_user` })";
      const of = project(line, selected(), TABLE);
      await step(of, "table");
      of.write("schema.ts", models("", policy));
      expect((await step(of, "role")).slice(0, 2)).toEqual([
        `CREATE ROLE "${role}"`,
        `CREATE POLICY "p" ON "public"."docs" TO "${role}" USING ("docs"."owner" = current_user)`,
      ]);
      expect(await attributes(role)).toEqual({ db: false, role: false, inherit: true, login: false });
      of.write("schema.ts", models(", { createDb: true, createRole: true, inherit: false }", policy));
      expect(await step(of, "alter")).toEqual([`ALTER ROLE "${role}" CREATEDB CREATEROLE NOINHERIT`]);
      await database.query(`ALTER ROLE "${role}" LOGIN CONNECTION LIMIT 7`);
      expect(await check(options(of))).toMatchObject({ matches: true });
      of.write("schema.ts", HEAD + TABLE);
      expect((await step(of, "drop")).at(-1)).toBe(`DROP ROLE "${role}"`);
      await downgrade({ ...options(of), target: "-1" });
      expect(await attributes(role)).toEqual({ db: true, role: true, inherit: false, login: true });
      await downgrade({ ...options(of), target: "-1" });
      expect(await attributes(role)).toEqual({ db: false, role: false, inherit: true, login: true });
      await downgrade({ ...options(of), target: "-1" });
      expect(await attributes(role)).toBeUndefined();
    });

    test("are not looked at unless the configuration says so", async () => {
      await database.query(`CREATE ROLE "${role}"`);
      const of = project(line, "", `export const reader = pgRole("${other}");\n${TABLE}`);
      expect((await step(of, "table")).join()).not.toContain("ROLE");
      expect(await attributes(other)).toBeUndefined();
    });

    test("that exist, or that only policies name, are neither made nor dropped", async () => {
      await database.query(`CREATE ROLE "${role}" CREATEDB`);
      await database.query(`CREATE ROLE "${other}" CREATEDB`);
      const models = `export const existing = pgRole("${role}").existing();
export const docs = pgTable("docs", { id: integer() }, () => [pgPolicy("p", { to: [existing, "${other}"] })]);`;
      const of = project(line, selected(), models);
      expect((await step(of, "policy")).join()).not.toContain("ROLE");
      await downgrade({ ...options(of), target: "base" });
      expect(await attributes(role)).toMatchObject({ db: true });
    });

    test("of the selection that no model knows and no revision made stay", async () => {
      await database.query(`CREATE ROLE "${role}"`);
      const me = new URL(database.url).username;
      const of = project(line, JSON.stringify({ include: [role, me, "pg_monitor"] }), TABLE);
      expect((await step(of, "table")).join()).not.toContain("ROLE");
      expect(await attributes(role)).toBeDefined();
    });
  });

  test("that own something are not dropped, which Postgres says", async () => {
    const held = 'export const held = pgTable("held", { id: integer() });';
    const of = project(
      "0.45",
      JSON.stringify({ include: [role] }),
      `${held}\nexport const owner = pgRole("${role}");`,
    );
    await step(of, "both");
    await database.query(`ALTER TABLE held OWNER TO "${role}"`);
    of.write("schema.ts", HEAD + held);
    await revision({ ...options(of), message: "drop", autogenerate: true });
    await expect(upgrade({ ...options(of), target: "head" })).rejects.toThrow(/cannot be dropped/);
    expect(await attributes(role)).toBeDefined();
  });

  test("of a provider are left alone", async () => {
    const of = project("0.45", '{ provider: "neon", exclude: "x" }', TABLE);
    const { sql } = await revision({ ...options(of), message: "t", autogenerate: true, dryRun: true });
    expect(sql.join()).not.toMatch(/DROP ROLE "(authenticated|anonymous|neon_superuser)"/);
  });
});
