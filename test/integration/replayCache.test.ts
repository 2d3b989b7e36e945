import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { check, revision } from "../../src/index.ts";
import { makeProject, type TestProject } from "../support/project.ts";

// The archive of the embedded Postgres takes long to make.
vi.setConfig({ testTimeout: 180_000 });

const CONFIG = `export default { dialect: "postgresql", schema: "./schema.ts", out: "./migrations" };\n`;
const models = (columns: string): string => `import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";
export const t = pgTable("t", { id: integer().primaryKey()${columns} }, (t) => [check("c", sql\`\${t.id} > 0 and true\`)]);\n`;

/** Whether `work` starts the embedded Postgres, which makes its archive anew where there is none. */
async function starts(project: TestProject, work: () => Promise<unknown>): Promise<boolean> {
  const archives = (): string[] =>
    readdirSync(project.path(".limbeck/cache")).filter((name) => name.endsWith(".tar"));
  for (const file of archives()) rmSync(project.path(`.limbeck/cache/${file}`));
  await work();
  return archives().length > 0;
}

async function checkedProject(): Promise<{ project: TestProject; look: () => ReturnType<typeof check> }> {
  const project = makeProject("0.45", { "drizzle.config.ts": CONFIG, "schema.ts": models("") });
  await revision({ cwd: project.dir, env: {}, message: "first", autogenerate: true });
  return { project, look: () => check({ cwd: project.dir, env: {} }) };
}

test("the second check, and a revision that finds nothing, start no Postgres", async () => {
  const { project, look } = await checkedProject();
  expect(await look()).toMatchObject({ matches: true });
  expect(await starts(project, async () => expect(await look()).toMatchObject({ matches: true }))).toBe(
    false,
  );
  const nothing = (): Promise<unknown> =>
    revision({ cwd: project.dir, env: {}, message: "nothing", autogenerate: true });
  expect(await starts(project, async () => expect(await nothing()).toMatchObject({ file: null }))).toBe(
    false,
  );
});

test("a revision that finds something is proven on the replayed ones", async () => {
  const { project, look } = await checkedProject();
  await look();
  project.write("schema.ts", models(", a: text()"));
  expect(await starts(project, async () => expect(await look()).toMatchObject({ matches: false }))).toBe(
    false,
  );
  const second = (): Promise<unknown> =>
    revision({ cwd: project.dir, env: {}, message: "second", autogenerate: true });
  const proven = expect.stringContaining("embedded");
  expect(
    await starts(project, async () => expect(await second()).toMatchObject({ proof: { where: proven } })),
  ).toBe(true);
  expect(await look()).toMatchObject({ matches: true });
});

/** Whether `work` replays the revisions and keeps what they make. */
async function keepsAnew(project: TestProject, work: () => Promise<unknown>): Promise<boolean> {
  const written = (): bigint =>
    statSync(project.path(".limbeck/cache/replay.json"), { bigint: true }).mtimeNs;
  const before = written();
  await work();
  return written() !== before;
}

test("another revision, a damaged file and what reads more than its own text are replayed", async () => {
  const { project, look } = await checkedProject();
  await look();
  const kept = project.path(".limbeck/cache/replay.json");
  writeFileSync(kept, readFileSync(kept, "utf8").replace("integer", "biginte"));
  expect(await keepsAnew(project, look)).toBe(true);
  const file = "migrations/0001_first.ts";
  const text = readFileSync(project.path(file), "utf8");
  project.write(file, `${text}// changed\n`);
  expect(await keepsAnew(project, look)).toBe(true);
  expect(await keepsAnew(project, look)).toBe(false);
  project.write("more.ts", "export const more = 1;\n");
  project.write(file, `import { more } from "../more.ts";\n${text}\nvoid more;\n`);
  expect(await starts(project, look)).toBe(true);
});
