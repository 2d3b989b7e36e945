import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { contentOf, someDatabase } from "./support/databases.ts";
import { folderState } from "./support/hash.ts";
import { FIRST, SECOND } from "./support/models.ts";

/** Runs a command that must end with this code and gives what it said. */
async function expectCode(code: number, running: ReturnType<UserProject["limbeck"]>): Promise<string> {
  const ended = await running;
  expect(ended.code, `${ended.stdout}\n${ended.stderr}`).toBe(code);
  return ended.stdout + ended.stderr;
}

describe("the main job", () => {
  test("on a server: from init to downgrade base", async () => {
    await using database = await someDatabase();
    const project = await userProject({ "schema/shop.ts": FIRST });
    const run = (code: number, ...args: readonly string[]): Promise<string> =>
      expectCode(code, project.limbeck(args, { env: { DATABASE_URL: database.url } }));
    const empty = await contentOf(database);

    expect(await run(0, "init")).toContain("created drizzle.config.ts");
    expect(await run(2, "revision", "--autogenerate")).toContain("A revision needs a message");
    expect(await run(0, "revision", "--autogenerate", "-m", "users and orders")).toContain(
      "migrations/0001_users_and_orders.ts",
    );
    expect(await run(4, "check")).toContain("0001 (users and orders)");
    expect(await run(4, "revision", "--autogenerate", "-m", "too early")).toContain(
      "0001 (users and orders)",
    );
    expect(readdirSync(join(project.dir, "migrations"))).toEqual(["0001_users_and_orders.ts"]);
    expect(await run(0, "upgrade")).toContain("Applied 1 revision");
    expect(await run(0, "upgrade")).toContain("Nothing to do");
    expect(await run(0, "check")).toContain("agree");

    const first = await contentOf(database);
    const before = folderState(project.dir);
    expect(await run(0, "revision", "--autogenerate", "-m", "nothing")).toContain("Nothing has changed");
    expect(folderState(project.dir)).toEqual(before);

    project.write("schema/shop.ts", SECOND);
    expect(await run(1, "check")).toContain("table notes");
    await run(0, "revision", "--autogenerate", "-m", "notes");
    await run(0, "upgrade", "head");
    expect(await run(0, "check")).toContain("agree");
    const second = await contentOf(database);
    expect(await run(0, "current")).toContain("0002 (head)");

    await run(0, "downgrade", "-1");
    expect(await contentOf(database)).toEqual(first);
    expect(await run(1, "current", "--check-heads")).toContain("0002");
    await run(0, "downgrade", "base");
    expect(await contentOf(database)).toEqual(empty);
    await run(0, "upgrade", "+2");
    expect(await contentOf(database)).toEqual(second);
  });

  test("on the embedded database, from a subfolder, with nothing configured", async () => {
    const project = await userProject({
      "drizzle.config.ts": CONFIG,
      "schema/shop.ts": FIRST,
      "src/deep/.keep": "",
    });
    const run = (code: number, ...args: readonly string[]): Promise<string> =>
      expectCode(code, project.limbeck(args, { cwd: "src/deep" }));
    expect(await run(0, "revision", "--autogenerate", "-m", "first")).toContain(
      "../../migrations/0001_first.ts",
    );
    expect(await run(0, "upgrade")).toContain("Applied 1 revision");
    expect(await run(0, "check")).toContain("agree");
    expect(await run(0, "downgrade", "base")).toContain("Undone 1 revision");
    expect(folderState(join(project.dir, "src"))).toHaveLength(2);
    expect(readFileSync(join(project.dir, ".limbeck/.gitignore"), "utf8")).toContain("*");
  });

  test("an empty revision is written by hand", async () => {
    const project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
    await expectCode(0, project.limbeck(["revision", "-m", "backfill totals", "--rev-id", "backfill"]));
    const text = readFileSync(join(project.dir, "migrations/backfill_backfill_totals.ts"), "utf8");
    expect(text).toContain("export async function up(_op: Operations): Promise<void> {");
    expect(await expectCode(0, project.limbeck(["history"]))).toContain(
      "base -> backfill (head) backfill totals",
    );
  });

  test("broken revision files exit with 3, a migration that fails with 5 and leaves nothing", async () => {
    await using database = await someDatabase();
    const project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
    const run = (code: number, ...args: readonly string[]): Promise<string> =>
      expectCode(code, project.limbeck(args, { env: { DATABASE_URL: database.url } }));
    await run(0, "revision", "-m", "fails");
    const file = join(project.dir, "migrations/0001_fails.ts");
    const source = readFileSync(file, "utf8");
    const body = 'up(op: Operations): Promise<void> { op.execute("CREATE TABLE t (id int); SELECT 1/0"); }';
    writeFileSync(file, source.replace("up(_op: Operations): Promise<void> {}", body));
    const before = await contentOf(database);
    expect(await run(5, "upgrade")).toMatch(
      /^error: Revision 0001 \(fails\) could not be applied: division by zero/,
    );
    expect(await contentOf(database)).toEqual(before);
    writeFileSync(file, source.replace("downRevision = null", 'downRevision = "0000"'));
    expect(await run(3, "upgrade")).toMatch(/^error: .*0000/);
    writeFileSync(file, source);
    project.write("migrations/0002_other.ts", source.replace('"0001"', '"0002"'));
    expect(await run(3, "upgrade")).toMatch(/^error: There are 2 heads/);
  });
});
