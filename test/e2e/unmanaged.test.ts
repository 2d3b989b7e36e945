import { beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { allOf, someDatabase } from "./support/databases.ts";
import { FIRST } from "./support/models.ts";
import { expectRefused } from "./support/refused.ts";

const BY_HAND = `
  CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TABLE users (id int PRIMARY KEY);
  CREATE TRIGGER users_touch BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION touch();
  COMMENT ON TABLE users IS 'who';
  CREATE SCHEMA other; CREATE FUNCTION other.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
`;

let project: UserProject;

beforeAll(async () => {
  project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
}, 180_000);

async function withDatabase(body: (database: TestDatabase, env: Record<string, string>) => Promise<void>) {
  await using database = await someDatabase();
  await database.client.query(BY_HAND);
  const before = await allOf(database);
  await body(database, { DATABASE_URL: database.url });
  expect(await allOf(database)).toEqual(before);
}

describe("diff --unmanaged", () => {
  test("lists by kind, and compares nothing", () =>
    withDatabase(async (_database, env) => {
      const ended = await project.limbeck(["diff", "--unmanaged"], { env });
      expect(ended).toMatchObject({ code: 0, stderr: "" });
      expect(ended.stdout).toMatch(
        /^3 objects of .* that models cannot say and Limbeck leaves as they are:\n/,
      );
      expect(ended.stdout.split("\n").slice(1).join("\n")).toBe(
        "  function\n    public.touch()\n  trigger\n    users_touch on public.users\n  comment\n    table public.users\n",
      );
    }));

  test("as JSON, and of other schemas", () =>
    withDatabase(async (_database, env) => {
      const args = ["diff", "--unmanaged", "--schema", "other", "--json"];
      const ended = await project.limbeck(args, { env });
      expect(JSON.parse(ended.stdout)).toMatchObject({
        schemas: ["other"],
        unmanaged: [{ kind: "function", name: "other.f()", on: null }],
      });
    }));

  test("takes no sides", () =>
    withDatabase(async (_database, env) => {
      const args = ["diff", "--unmanaged", "--from", "models"];
      await expectRefused(project, { args, env, code: 2, says: /compares nothing/, hint: /--from/ });
    }));

  test("--help has an example", async () => {
    const { stdout } = await project.limbeck(["diff", "--help"]);
    expect(stdout).toContain("limbeck diff --unmanaged");
  });
});
