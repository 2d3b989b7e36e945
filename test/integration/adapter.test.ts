import { describe, expect, test } from "vitest";
import { check, downgrade, revision, upgrade, type CommandOptions } from "../../src/index.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { ADAPTER_MODELS } from "../support/drizzleKit/cases.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { LINES, makeProject, type Line, type TestProject } from "../support/project.ts";

const CONFIG = `export default { dialect: "postgresql", schema: "./schema/auth.ts", out: "./migrations" };\n`;
const VERSION_TABLES = ["public.limbeck_version", "public.limbeck_version_log"];

/** A project whose only models are the tables of @auth/drizzle-adapter. */
function adapterProject(line: Line): TestProject {
  const files = { "drizzle.config.ts": CONFIG, "schema/auth.ts": ADAPTER_MODELS };
  return makeProject(line, files, { copies: ["@auth/drizzle-adapter"] });
}

/** Writes the one revision that the tables need, applies it, and finds nothing left to do. */
async function createTables(options: CommandOptions): Promise<void> {
  const written = await revision({ ...options, message: "auth tables", autogenerate: true });
  expect(written.file).not.toBeNull();
  await upgrade({ ...options, target: "head" });
  const again = await revision({ ...options, message: "again", autogenerate: true });
  expect(again.differences).toEqual([]);
  expect(again.file).toBeNull();
}

describe.each(LINES)("@auth/drizzle-adapter with drizzle-orm %s", (line) => {
  eachMajor("on a server", (major) => {
    test("is created, undone to nothing, and comes back", async () => {
      await using database = await createDatabase(major);
      const look = (): Promise<string[]> =>
        fingerprint((sql) => database.query(sql), { excludeTables: VERSION_TABLES });
      const empty = await look();
      const options = { cwd: adapterProject(line).dir, env: { DATABASE_URL: database.url } };
      await createTables(options);
      const full = await look();
      await downgrade({ ...options, target: "base" });
      expect(await look()).toEqual(empty);
      await upgrade({ ...options, target: "head" });
      expect(await look()).toEqual(full);
      expect(await check(options)).toMatchObject({ matches: true });
    });
  });

  test("on the embedded database", async () => {
    const options = { cwd: adapterProject(line).dir, env: {} };
    await createTables(options);
    expect((await downgrade({ ...options, target: "base" })).after).toEqual([]);
    expect((await upgrade({ ...options, target: "head" })).steps).toHaveLength(1);
    expect(await check(options)).toMatchObject({ matches: true });
  });
});
