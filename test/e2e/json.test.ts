import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { someDatabase } from "./support/databases.ts";
import { CANARY, expectNoSecret } from "./support/refused.ts";
import { FIRST, SECOND } from "./support/models.ts";

const COMMANDS = [
  "init",
  "revision",
  "check",
  "upgrade",
  "downgrade",
  "current",
  "history",
  "heads",
  "show",
  "stamp",
  "diff",
];

let project: UserProject;
let database: TestDatabase;

beforeAll(async () => {
  project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
  database = await someDatabase();
});

afterAll(() => database.drop());

/** Runs a command with --json against a URL that has a password in it. */
async function json(code: number, ...args: readonly string[]): Promise<unknown> {
  const url = new URL(database.url);
  url.password = CANARY.raw;
  const ended = await project.limbeck([...args, "--json"], { env: { DATABASE_URL: url.href } });
  expectNoSecret(ended);
  expect(ended.stderr).toBe("");
  expect(ended.code, ended.stdout).toBe(code);
  return JSON.parse(ended.stdout);
}

describe("--json", () => {
  test("every command answers with JSON and no secret", async () => {
    const target = expect.stringContaining(database.name);
    expect(await json(0, "init")).toMatchObject({
      created: ["migrations/"],
      kept: ["drizzle.config.ts"],
      folder: "migrations",
    });
    expect(await json(0, "revision", "--autogenerate", "-m", "first")).toMatchObject({
      revision: "0001",
      downRevision: null,
      file: "migrations/0001_first.ts",
      differences: [{ action: "create" }, { action: "create" }, { action: "create" }],
    });
    expect(await json(0, "upgrade")).toMatchObject({
      direction: "up",
      before: [],
      after: ["0001"],
      steps: [{ revision: "0001" }],
      target,
    });
    expect(await json(0, "check")).toEqual({ matches: true, against: target, differences: [] });
    project.write("schema/shop.ts", SECOND);
    expect(await json(1, "check")).toMatchObject({ matches: false, differences: [{}, {}] });
    expect(await json(0, "diff")).toMatchObject({
      from: target,
      to: "the models",
      sql: [expect.any(String), expect.any(String)],
    });
    expect(await json(0, "current")).toMatchObject({
      current: ["0001"],
      heads: ["0001"],
      missing: [],
      atHead: true,
      target,
      source: "DATABASE_URL",
    });
    expect(await json(0, "history", "-i")).toMatchObject({
      revisions: [{ id: "0001", isHead: true, isCurrent: true }],
    });
    expect(await json(0, "heads")).toMatchObject({ revisions: [{ id: "0001", message: "first" }] });
    expect(await json(0, "show", "head")).toMatchObject({
      revisions: [{ id: "0001", source: expect.stringContaining("op.createTable") }],
    });
    expect(await json(0, "downgrade", "base")).toMatchObject({ direction: "down", after: [] });
    expect(await json(0, "stamp", "head")).toMatchObject({ before: [], after: ["0001"], target });
    expect(await json(2, "revision")).toMatchObject({
      error: { code: "message-missing", exitCode: 2, hint: expect.any(String) },
    });
    expect(await json(2, "check", "--jsn")).toMatchObject({
      error: { code: "usage-unknownOption", exitCode: 2 },
    });
  });
});

describe("--help", () => {
  test("of every command explains its options and has examples", async () => {
    const whole = await project.limbeck(["--help"]);
    const listed = [...whole.stdout.matchAll(/^ {2}([a-z]+)(?: .*)?$/gm)].map(([, name]) => name);
    expect(listed).toEqual(expect.arrayContaining(COMMANDS));
    for (const command of COMMANDS) {
      const { code, stdout, stderr } = await project.limbeck([command, "--help"]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(new RegExp(`^Usage: limbeck ${command}`));
      expect(stdout).toMatch(new RegExp(`Examples:\\n  limbeck ${command}`));
      expect(stdout).toContain("--json");
    }
  });

  test("the version is the package's", async () => {
    expect(await project.limbeck(["--version"])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
  });
});
