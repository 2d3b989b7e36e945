import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { CONFIG, userProject, type Running, type UserProject } from "./support/cli.ts";
import { contentOf, someDatabase } from "./support/databases.ts";
import { FIRST } from "./support/models.ts";

const SLEEPS = `import type { Operations } from "limbeck/op";

export const revision = "0002";
export const downRevision = "0001";

export async function up(op: Operations): Promise<void> {
  op.execute("CREATE TABLE half_done (id int)");
  op.execute("SELECT pg_sleep(8)");
}

export async function down(op: Operations): Promise<void> {
  op.execute("DROP TABLE half_done");
}
`;

let project: UserProject;
let database: TestDatabase;

beforeAll(async () => {
  project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
  database = await someDatabase();
  const env = { DATABASE_URL: database.url };
  await project.limbeck(["revision", "-m", "before"], { env });
  expect(await project.limbeck(["upgrade"], { env })).toMatchObject({ code: 0 });
  project.write("migrations/0002_sleeps.ts", SLEEPS);
});

afterAll(() => database.drop());

const ASLEEP =
  "SELECT count(*)::int AS asleep FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(8)' AND state = 'active'";

async function untilAsleep(asleep: boolean): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const [row] = await database.query(ASLEEP);
    if ((row?.["asleep"] === 1) === asleep) return;
    await sleep(50);
  }
  throw new Error(`the statement ${asleep ? "did not begin" : "goes on"}`);
}

async function start(...args: readonly string[]): Promise<Running> {
  const running = project.start(["upgrade", ...args], { env: { DATABASE_URL: database.url } });
  await untilAsleep(true);
  return running;
}

/** Nothing of the revision is there, nobody holds the lock, and `current` says what it said. */
async function expectUntouched(before: readonly string[]): Promise<void> {
  await untilAsleep(false);
  expect(await contentOf(database)).toEqual(before);
  expect(
    await database.query(
      "SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE l.locktype = 'advisory' AND d.datname = current_database()",
    ),
  ).toEqual([]);
  const current = await project.limbeck(["current"], { env: { DATABASE_URL: database.url } });
  expect(current.stdout).toContain("0001\nbehind by 0002");
}

describe("while a migration runs", () => {
  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s ends the run with %i within three seconds", async (signal, code) => {
    const before = await contentOf(database);
    const { child, ended } = await start();
    const from = Date.now();
    child.kill(signal);
    const { stderr, ...rest } = await ended;
    expect(Date.now() - from).toBeLessThan(3000);
    expect(rest).toEqual({ code, stdout: "" });
    expect(stderr).toMatch(/^error: The run was interrupted\.\nhint: .*run the command again/);
    await expectUntouched(before);
  });

  test("--json says the exit code that the shell sees", async () => {
    const { child, ended } = await start("--json");
    child.kill("SIGTERM");
    expect(JSON.parse((await ended).stdout)).toMatchObject({ error: { code: "interrupted", exitCode: 143 } });
  });

  test("a second Ctrl-C ends the process at once, and the server rolls back", async () => {
    const before = await contentOf(database);
    const { child, ended } = await start();
    const from = Date.now();
    child.kill("SIGINT");
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(Date.now() - from).toBeLessThan(1500);
    await expectUntouched(before);
  });
});

test("Ctrl-C ends a command that only reads, whatever it waits for", async () => {
  await database.client.query("BEGIN; LOCK TABLE limbeck_version IN ACCESS EXCLUSIVE MODE");
  try {
    const { child, ended } = project.start(["current"], { env: { DATABASE_URL: database.url } });
    await sleep(1500);
    const from = Date.now();
    child.kill("SIGINT");
    expect((await ended).code).toBe(130);
    expect(Date.now() - from).toBeLessThan(1500);
  } finally {
    await database.client.query("ROLLBACK");
  }
});

test("whoever reads the output may stop reading", async () => {
  const { child, ended } = project.start(["show", "0002"]);
  child.stdout?.destroy();
  expect(await ended).toMatchObject({ stderr: "", code: 0 });
});
