import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createDatabase } from "../support/database.ts";
import { CONFIG, temporaryFolder, userProject, type RunOptions, type UserProject } from "./support/cli.ts";
import { newestMajor } from "./support/databases.ts";
import { FIRST } from "./support/models.ts";

const FILES = {
  "drizzle.config.ts": CONFIG,
  "schema/shop.ts": FIRST,
  "src/deep/file.txt": "",
  "docs/file.txt": "",
};

/** What `revision --autogenerate` writes: the file's name and its bytes. The file is removed again. */
async function written(
  project: UserProject,
  url: string,
  options: RunOptions,
): Promise<readonly [string, string]> {
  const env = { DATABASE_URL: url, ...options.env };
  const ended = await project.limbeck(["revision", "--autogenerate", "-m", "first"], { ...options, env });
  expect(ended.code, ended.stderr).toBe(0);
  const folder = join(project.dir, "migrations");
  const [name = "", ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  const text = readFileSync(join(folder, name), "utf8");
  rmSync(folder, { recursive: true });
  return [name, text];
}

test("the same bytes from every folder, through links, with any letters in the path, locale and time zone", async () => {
  await using database = await createDatabase(newestMajor());
  const project = await userProject(FILES);
  const links = temporaryFolder();
  symlinkSync(project.dir, join(links, "link"), "dir");
  const elsewhere = {
    PWD: join(links, "link"),
    LC_ALL: "tr_TR.UTF-8",
    TZ: "Asia/Kathmandu",
    PGTZ: "Asia/Tokyo",
  };
  const first = await written(project, database.url, {});
  const runs: RunOptions[] = [{ cwd: "src" }, { cwd: "src/deep" }, { cwd: "docs" }, { cwd: "schema" }];
  runs.push({ cwd: join(links, "link") }, { cwd: join(links, "link", "src", "deep"), env: elsewhere });
  for (const run of runs) expect(await written(project, database.url, run), run.cwd).toEqual(first);

  const foreign = await userProject(FILES, "Übung 日本 (app) [id]");
  expect(await written(foreign, database.url, { cwd: "src/deep" })).toEqual(first);
  const config = join(foreign.dir, "drizzle.config.ts");
  const outside = temporaryFolder();
  expect(
    await foreign.limbeck(["check", "-c", config], { cwd: outside, env: { DATABASE_URL: database.url } }),
  ).toMatchObject({ code: 1 });
});

test("a migration is found and run in a path with any letters, through a link", async () => {
  await using database = await createDatabase(newestMajor());
  const project = await userProject(FILES, "Übung 日本 (app) [id]");
  const env = { DATABASE_URL: database.url };
  await written(project, database.url, {});
  expect(await project.limbeck(["revision", "--autogenerate", "-m", "first"], { env })).toMatchObject({
    code: 0,
  });
  const links = temporaryFolder();
  symlinkSync(project.dir, join(links, "verknüpft"), "dir");
  const cwd = join(links, "verknüpft", "src");
  expect(await project.limbeck(["upgrade"], { cwd, env })).toMatchObject({ code: 0 });
  const copy = await userProject({});
  for (const name of ["drizzle.config.ts", "schema", "migrations"]) {
    mkdirSync(copy.dir, { recursive: true });
    cpSync(join(project.dir, name), join(copy.dir, name), { recursive: true });
  }
  expect(await copy.limbeck(["check"], { env })).toMatchObject({ code: 0 });
  expect(await copy.limbeck(["downgrade", "base"], { env })).toMatchObject({ code: 0 });
});
