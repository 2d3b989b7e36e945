import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { allOf, someDatabase } from "./support/databases.ts";
import { expectRefused } from "./support/refused.ts";
import { FIRST } from "./support/models.ts";

let project: UserProject;
let database: TestDatabase;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
  database = await someDatabase();
  env = { DATABASE_URL: database.url };
  for (const id of ["ab1", "ab2"]) {
    await project.limbeck(["revision", "-m", id, "--rev-id", id], { env });
  }
  await project.limbeck(["upgrade"], { env });
});

afterAll(() => database.drop());

/** Refused with exit code 2, and the database is as it was. */
async function refused(args: readonly string[], says: RegExp | string, hint: RegExp | string): Promise<void> {
  const before = await allOf(database);
  await expectRefused(project, { args, env, code: 2, says, hint });
  expect(await allOf(database)).toEqual(before);
}

/** Writes a revision with this message; gives its path and text. */
async function written(message: string): Promise<{ readonly path: string; readonly text: string }> {
  const own = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
  const ended = await own.limbeck(["revision", "-m", message]);
  expect(ended.code, ended.stderr).toBe(0);
  const [path = "", ...others] = readdirSync(join(own.dir, "migrations"));
  expect(others).toEqual([]);
  const shown = await own.limbeck(["history", "--json"]);
  expect(JSON.parse(shown.stdout)).toMatchObject({ revisions: [{ id: "0001" }] });
  return { path, text: readFileSync(join(own.dir, "migrations", path), "utf8") };
}

describe("bad arguments", () => {
  test("40 a message that looks like a path gives a harmless file name", async () => {
    expect((await written("../../x")).path).toBe("0001_x.ts");
    expect((await written("/etc/passwd */ export {}; `${x}`")).path).toBe("0001_etc_passwd_export_x.ts");
  });

  test("41 a message of nothing is refused; emoji, line breaks and ten thousand letters are not", async () => {
    await refused(["revision", "-m", "  "], /A revision needs a message/, /-m "add orders"/);
    expect(await written("🎉")).toMatchObject({
      path: "0001_revision.ts",
      text: expect.stringContaining("🎉"),
    });
    expect((await written(`${"long ".repeat(2000)}end`)).path).toMatch(/^0001_(long_)+long\.ts$/);
    expect((await written("two\nlines\r\nand three")).path).toBe("0001_two_lines_and_three.ts");
  });

  test("42 a revision that does not exist", async () => {
    await refused(["upgrade", "nowhere"], "There is no revision or branch nowhere.", /limbeck history/);
    await refused(["downgrade", "ab3"], "There is no revision or branch ab3.", /Did you mean ab1 or ab2\?/);
    await refused(["show", "nowhere"], /no revision/, /history/);
    await refused(["stamp", "nowhere"], /no revision/, /history/);
  });

  test("43 the beginning of several revisions", () =>
    refused(["show", "ab"], "ab can mean 2 revisions: ab1, ab2.", /Write more of the id/));

  test("44 further down than there is", async () => {
    await refused(
      ["downgrade", "-999"],
      "-999 goes too far: there are only 2 revisions to undo from ab2.",
      /base/,
    );
    await refused(["upgrade", "+1"], /\+1 goes too far: there is no revision after ab2/, /head/);
  });

  test("45 what commander does not know", async () => {
    await refused(["check", "--jsn"], "unknown option '--jsn'", /Did you mean --json\?/);
    await refused(["upgrad"], "unknown command 'upgrad'", /Did you mean upgrade\?/);
    await refused([], /there is no command to run/, /--help/);
    await refused(["help", "nothing"], "unknown command 'nothing'", /--help/);
    await refused(["downgrade"], /missing required argument 'revision'/, /--help/);
    await refused(["upgrade", "head", "again"], /too many arguments/, /--help/);
    await refused(["diff", "--format", "xml"], /Allowed choices are text, sql, json/, /--help/);
    await refused(["upgrade", "--lock-wait", "long"], /must be a number of seconds/, /--help/);
    await refused(["revision", "-m", "x", "--sql"], /no SQL to print/, /--autogenerate/);
    await refused(["revision", "-m", "x", "--rev-id", "../x"], /cannot be a revision id/, /letters, digits/);
    await refused(["revision", "-m", "x", "--rev-id", "ab1"], /There is a revision ab1 already/, /another/);
    await refused(
      ["diff", "--from", "nonsense"],
      '"nonsense" is no side of a comparison',
      /models, migrations, database/,
    );
  });
});
