import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check, downgrade, revision, upgrade, type CommandOptions } from "../../src/index.ts";
import { createDatabase, eachMajor, majors } from "../support/database.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { LINES, makeProject, type Line, type TestProject } from "../support/project.ts";
import { sampleSteps, writeSampleStep } from "../support/sampleSteps.ts";

const CONFIG = `export default { dialect: "postgresql", schema: "./schema", out: "./migrations" };\n`;
const VERSION_TABLES = ["public.limbeck_version", "public.limbeck_version_log"];

/** The commands' options in a project, with nothing of this process's environment. */
function at(project: TestProject, url?: string): CommandOptions {
  return { cwd: project.dir, env: url === undefined ? {} : { DATABASE_URL: url } };
}

function migrationsIn(root: string): Readonly<Record<string, string>> {
  const folder = join(root, "migrations");
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
  );
}

/** The repository's own migrations, which the tool wrote. LIMBECK_UPDATE=1 takes over what it writes now. */
function committedMigrations(written: string): Readonly<Record<string, string>> {
  const repository = join(import.meta.dirname, "../..");
  if (process.env["LIMBECK_UPDATE"] === "1") {
    rmSync(join(repository, "migrations"), { recursive: true, force: true });
    cpSync(join(written, "migrations"), join(repository, "migrations"), { recursive: true });
  }
  return migrationsIn(repository);
}

/** Grows the sample step by step against a database, each step a revision that is applied and leaves no difference. */
async function growSample(project: TestProject, options: CommandOptions, proof: boolean): Promise<void> {
  for (const step of await sampleSteps()) {
    rmSync(join(project.dir, "schema"), { recursive: true, force: true });
    await writeSampleStep(step, join(project.dir, "schema"));
    const written = await revision({ ...options, message: step.message, autogenerate: true, proof });
    expect(written.file, step.message).not.toBeNull();
    await upgrade({ ...options, target: "head" });
    const again = await revision({ ...options, message: "again", autogenerate: true });
    expect(again.differences, step.message).toEqual([]);
    expect(again.file).toBeNull();
  }
}

describe.each(LINES)("drizzle-orm %s", (line: Line) => {
  eachMajor("the sample", (major) => {
    test("grows in five steps, is undone to nothing, and comes back", { timeout: 300_000 }, async () => {
      const project = makeProject(line, { "drizzle.config.ts": CONFIG });
      await using database = await createDatabase(major);
      const look = (): Promise<string[]> =>
        fingerprint((sql) => database.query(sql), { excludeTables: VERSION_TABLES });
      const empty = await look();
      const options = at(project, database.url);
      // The proof runs on the embedded Postgres, whatever the server.
      await growSample(project, options, major === majors().at(-1));
      const full = await look();
      await downgrade({ ...options, target: "base" });
      expect(await look()).toEqual(empty);
      await upgrade({ ...options, target: "head" });
      expect(await look()).toEqual(full);
      expect(await check(options)).toMatchObject({ matches: true });
    });
  });

  test("the sample on the embedded database", { timeout: 300_000 }, async () => {
    const project = makeProject(line, { "drizzle.config.ts": CONFIG });
    const options = at(project);
    await growSample(project, options, true);
    if (line === "0.45") expect(migrationsIn(project.dir)).toEqual(committedMigrations(project.dir));
    expect((await downgrade({ ...options, target: "base" })).after).toEqual([]);
    expect((await upgrade({ ...options, target: "head" })).steps).toHaveLength(5);
    expect(await check(options)).toMatchObject({ matches: true });
  });
});
