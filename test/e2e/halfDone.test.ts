import { expect, test } from "vitest";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { someDatabase } from "./support/databases.ts";
import { FIRST } from "./support/models.ts";

const revision = (
  id: string,
  down: string | null,
  up: string,
): string => `import type { Operations } from "limbeck/op";
export const revision = "${id}";
export const downRevision = ${JSON.stringify(down)};
export async function up(op: Operations): Promise<void> {
  ${up}
}
export async function down(op: Operations): Promise<void> {
  op.execute("SELECT 1");
}
`;

async function projectWith(second: string): Promise<UserProject> {
  return userProject({
    "drizzle.config.ts": CONFIG,
    "schema/shop.ts": FIRST,
    "migrations/0001_first.ts": revision("0001", null, 'op.execute("CREATE TABLE a ()");'),
    "migrations/0002_second.ts": revision("0002", "0001", second),
  });
}

const DIES = `op.autocommit((op) => {
    op.execute("CREATE TABLE b ()");
    op.execute("CREATE TABLE c ()");
  });
  await op.query("SELECT 1");
  process.kill(process.pid, "SIGKILL");`;

test("what a run left half done is the first thing that is told", async () => {
  await using database = await someDatabase();
  const project = await projectWith(DIES);
  const env = { DATABASE_URL: database.url };
  expect((await project.limbeck(["upgrade"], { env })).code).not.toBe(0);
  const told =
    "0002 is unfinished on its way up: 2 of its statements ran. `limbeck upgrade 0002` finishes it.";
  const current = await project.limbeck(["current"], { env });
  expect(current).toMatchObject({ code: 0, stdout: expect.stringContaining(told) });
  const unfinished = { revision: "0002", direction: "up", statements: 2, remedy: expect.any(String) };
  const json = await project.limbeck(["current", "--json"], { env });
  expect(JSON.parse(json.stdout)).toMatchObject({ current: ["0001"], unfinished });
  const history = await project.limbeck(["history", "-i"], { env });
  expect(history.stdout).toContain("0002 (head, unfinished)");
  expect(history.stdout).toContain(told);
  const check = await project.limbeck(["check"], { env });
  expect(check).toMatchObject({
    code: 4,
    stderr: expect.stringContaining(
      "Revision 0002 was left unfinished on its way up, after 2 of its statements.",
    ),
  });
});

test("a revision that ends the process is no success", async () => {
  await using database = await someDatabase();
  const project = await projectWith("process.exit(0);");
  const env = { DATABASE_URL: database.url };
  const ended = await project.limbeck(["upgrade"], { env });
  expect(ended).toMatchObject({
    code: 5,
    stderr: expect.stringContaining("error: Revision 0002 ended the process while it was being run"),
  });
  const json = await project.limbeck(["upgrade", "--json"], { env });
  expect(json.code).toBe(5);
  expect(JSON.parse(json.stdout)).toMatchObject({
    error: { code: "process-ended", exitCode: 5, data: { revision: "0002" } },
  });
  expect((await project.limbeck(["current"], { env })).stdout).toMatch(/^0001\n/);
  const models = await userProject({
    "drizzle.config.ts": CONFIG,
    "schema/shop.ts": `${FIRST}process.exit(0);\n`,
  });
  expect(await models.limbeck(["check"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("ended before the command was done"),
  });
});

async function hintFor(specifier: string): Promise<string> {
  const config = `import "${specifier}";\n${CONFIG}`;
  const project = await userProject({ "drizzle.config.ts": config, "schema/shop.ts": FIRST });
  const { code, stderr } = await project.limbeck(["check"]);
  expect(code).toBe(2);
  expect(stderr).toContain(`drizzle.config.ts:1: Could not resolve "${specifier}"`);
  return stderr.slice(stderr.indexOf("hint: "));
}

test("an import that leads nowhere gets advice of ours", async () => {
  expect(await hintFor("@no/such/thing")).toMatch(/^hint: Install the package @no\/such, correct the import/);
  expect(await hintFor("./nowhere")).toMatch(/^hint: Correct the path of the import/);
});
