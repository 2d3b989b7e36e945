import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { check, revision, upgrade } from "../../src/index.ts";
import { countingProxy } from "../support/countingProxy.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { makeProject, type TestProject } from "../support/project.ts";

const CONFIG = `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };\n`;
const models = (least: number): string => `import { sql } from "drizzle-orm";
import { check, index, integer, pgTable } from "drizzle-orm/pg-core";
export const t = pgTable("t", { id: integer("id").primaryKey(), a: integer("a") }, (t) => [
  index("t_a").on(t.a),
  check("t_check", sql\`\${t.a} > ${least} AND \${t.id} > 0\`),
]);
`;

/** A project whose only revision is applied. */
async function applied(url: string): Promise<TestProject> {
  const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": models(1) });
  const options = { cwd: project.dir, env: { DATABASE_URL: url } };
  await revision({ ...options, message: "all", autogenerate: true });
  await upgrade({ ...options, target: "head" });
  return project;
}

eachMajor("what has agreed before", (major) => {
  test("costs fewer statements, until either side changes", async () => {
    await using database = await createDatabase(major);
    const project = await applied(database.url);
    const look = async (): Promise<{ matches: boolean; statements: number }> => {
      await using proxy = await countingProxy(database.url);
      const { matches } = await check({ cwd: project.dir, env: { DATABASE_URL: proxy.url } });
      return { matches, statements: proxy.statements() };
    };
    const first = await look();
    const second = await look();
    expect([first.matches, second.matches]).toEqual([true, true]);
    expect(second.statements).toBeLessThan(first.statements);
    expect(readdirSync(project.path(".limbeck/cache"))).toContain("verdicts.json");

    await database.query("DROP INDEX t_a");
    expect(await look()).toMatchObject({ matches: false });
    await database.query("CREATE INDEX t_a ON t (a)");
    expect(await look()).toMatchObject({ matches: true });

    project.write("schema.ts", models(2));
    expect(await look()).toMatchObject({ matches: false });
    project.write("schema.ts", models(1));
    expect(await look()).toMatchObject({ matches: true });
  });
});
