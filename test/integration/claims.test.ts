import { expect, test } from "vitest";
import { check, revision, upgrade } from "../../src/index.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { makeProject } from "../support/project.ts";

const CONFIG = `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };\n`;
const TABLES = `import { sql } from "drizzle-orm";
import { integer, pgPolicy, pgTable, pgView, text } from "drizzle-orm/pg-core";
export const t = pgTable("t", { id: integer().primaryKey(), a: text() });
`;
const VIEW = `export const v = pgView("v", { id: integer() }).as(sql\`select id from t\`);\n`;
const WITH_POLICY = TABLES.replace(
  `a: text() });`,
  `a: text() }, () => [pgPolicy("own", { using: sql\`true\` })]);`,
);

/** What SQL alone has made. */
const BY_HAND = `CREATE VIEW by_hand AS SELECT id, a FROM t;
  CREATE MATERIALIZED VIEW stored AS SELECT id FROM t;
  ALTER TABLE t ENABLE ROW LEVEL SECURITY;
  CREATE POLICY theirs ON t USING (id > 0)`;

eachMajor("what only the database has", (major) => {
  test("stays, unless the models use the kind or a revision made it", async () => {
    await using database = await createDatabase(major);
    const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": TABLES });
    const options = { cwd: project.dir, env: { DATABASE_URL: database.url } };
    const migrate = async (message: string): Promise<readonly string[]> => {
      const { sql } = await revision({ ...options, message, autogenerate: true });
      await upgrade({ ...options, target: "head" });
      return sql;
    };
    await migrate("tables");
    await database.query(BY_HAND);
    expect((await check(options)).differences).toEqual([]);

    // The models come to use views, and revisions make one: then what is not theirs is a difference.
    await database.query("DROP VIEW by_hand");
    project.write("schema.ts", TABLES + VIEW);
    expect(await migrate("view")).toHaveLength(1);
    project.write("schema.ts", TABLES);
    expect(await migrate("no view")).toEqual([expect.stringMatching(/^DROP VIEW "public"\."v"/)]);

    // Policies are a matter of their table.
    project.write("schema.ts", WITH_POLICY);
    const sql = await migrate("policy");
    expect(sql.some((one) => one.startsWith('DROP POLICY "theirs"'))).toBe(true);
    expect(sql.some((one) => one.startsWith('CREATE POLICY "own"'))).toBe(true);
    project.write("schema.ts", TABLES);
    const dropped = await migrate("no policy");
    expect(dropped.some((one) => one.startsWith('DROP POLICY "own"'))).toBe(true);
    expect((await check(options)).differences).toEqual([]);
  });

  test("is put back where something is done beneath it", async () => {
    await using database = await createDatabase(major);
    const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": TABLES });
    const options = { cwd: project.dir, env: { DATABASE_URL: database.url } };
    await revision({ ...options, message: "tables", autogenerate: true });
    await upgrade({ ...options, target: "head" });
    await database.query(`${BY_HAND}; GRANT SELECT ON by_hand TO PUBLIC; INSERT INTO t VALUES (1, 'x')`);
    project.write(
      "schema.ts",
      TABLES.replace("id: integer()", "id: bigint({ mode: 'number' })").replace(
        "{ integer",
        "{ bigint, integer",
      ),
    );
    const { proof } = await revision({ ...options, message: "wider", autogenerate: true });
    expect(proof?.reason).toBeNull();
    await upgrade({ ...options, target: "head" });
    expect(await database.query("SELECT id, a FROM by_hand")).toEqual([{ id: "1", a: "x" }]);
    expect(await database.query("SELECT has_table_privilege('public', 'by_hand', 'SELECT') AS may")).toEqual([
      { may: true },
    ]);
    expect(await database.query("SELECT policyname FROM pg_policies")).toEqual([{ policyname: "theirs" }]);
  });

  test("is in the way of dropping what it reads", async () => {
    await using database = await createDatabase(major);
    const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": TABLES });
    const options = { cwd: project.dir, env: { DATABASE_URL: database.url } };
    await revision({ ...options, message: "tables", autogenerate: true });
    await upgrade({ ...options, target: "head" });
    await database.query(BY_HAND);
    project.write("schema.ts", TABLES.replace(", a: text()", ""));
    await expect(revision({ ...options, message: "less", autogenerate: true })).rejects.toMatchObject({
      exitCode: 4,
      code: "in-the-way",
      message: expect.stringContaining("view by_hand"),
    });
  });
});
