import { expect, test } from "vitest";
import { check, revision, upgrade } from "../../src/index.ts";
import { countingProxy } from "../support/countingProxy.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { makeProject } from "../support/project.ts";

const CONFIG = `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };\n`;
const HEAD = `import { sql } from "drizzle-orm";
import { check, index, integer, numeric, pgSchema, pgTable, text, timestamp, unique } from "drizzle-orm/pg-core";
`;

/** Models of so many schemas beside public, each with so many tables. */
function models(schemas: number, tables: number): string {
  const names = Array.from({ length: schemas }, (_, i) => `s${i}`);
  const schemaOf = names.map((name) => `export const ${name} = pgSchema("${name}");\n`);
  const makers = ["pgTable", ...names.map((name) => `${name}.table`)];
  const all = makers.flatMap((maker, i) => Array.from({ length: tables }, (_, n) => table(maker, i, n)));
  return [HEAD, ...schemaOf, ...all].join("");
}

function table(maker: string, schema: number, n: number): string {
  return `export const t${schema}_${n} = ${maker}("t${n}", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  total: numeric("total", { precision: 10, scale: 2 }).notNull().default(sql\`1 + 1\`),
  name: text("name").notNull().default("x"),
  madeAt: timestamp("made_at").defaultNow(),
}, (t) => [
  index("t${n}_name").on(sql\`lower(\${t.name})\`).where(sql\`\${t.total} > 0\`),
  unique("t${n}_total").on(t.total, t.name),
  check("t${n}_check", sql\`\${t.total} >= 0\`),
]);
`;
}

/** How many statements a check sends that has nothing cached. */
async function statementsOfCheck(major: number, schemas: number, tables: number): Promise<number> {
  const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": models(schemas, tables) });
  await using database = await createDatabase(major);
  const options = { cwd: project.dir, env: { DATABASE_URL: database.url } };
  await revision({ ...options, message: "all", autogenerate: true });
  await upgrade({ ...options, target: "head" });
  await using proxy = await countingProxy(database.url);
  expect(await check({ ...options, env: { DATABASE_URL: proxy.url } })).toMatchObject({ matches: true });
  return proxy.statements();
}

eachMajor("a check", (major) => {
  test("sends as many statements for 120 tables in 6 schemas as for one table", async () => {
    const few = await statementsOfCheck(major, 0, 1);
    expect(few).toBeGreaterThan(3);
    expect(await statementsOfCheck(major, 5, 20)).toBe(few);
  });
});
