import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { someDatabase } from "./support/databases.ts";
import { FIRST } from "./support/models.ts";
import { expectRefused } from "./support/refused.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await someDatabase();
  await database.query("CREATE TABLE unknown_to_the_models (id int PRIMARY KEY)");
});

afterAll(() => database.drop());

function projectWith(config: string): Promise<UserProject> {
  return userProject({
    "drizzle.config.ts": CONFIG,
    "schema/shop.ts": FIRST,
    "limbeck.config.ts": `import { defineConfig } from "limbeck";\n\nexport default defineConfig({\n  ${config},\n} as never);\n`,
  });
}

const autogenerate = ["revision", "--autogenerate", "-m", "x"];

describe("a hook of limbeck.config.ts", () => {
  test.each([
    ["includeName: true", /"includeName" in limbeck.config.ts must be a function/, /./],
    ["includeNames: () => true", /unknown key "includeNames"/, /Did you mean "includeName"/],
    ['extensionsFilters: ["timescale"]', /"extensionsFilters" in limbeck.config.ts must be "postgis"/, /./],
    [
      "includeName: () => undefined",
      /The hook "includeName" in limbeck.config.ts returned undefined; it must return true or false\./,
      /docs\/hooks.md/,
    ],
    [
      "includeObject: async () => { throw new TypeError('x is not\\na function'); }",
      /The hook "includeObject" in limbeck.config.ts failed: TypeError: x is not a function\./,
      /--verbose/,
    ],
    [
      "includeObject: () => 'yes'",
      /"includeObject" .* returned "yes"; it must return true or false/,
      /hooks.md/,
    ],
    ["processRevisionDirectives: () => []", /returned a list; it must return nothing/, /hooks.md/],
    [
      "processRevisionDirectives: (c, directives) => { directives.push(directives[0]); }",
      /left 2 directives, of which there can be one/,
      /empty the list/,
    ],
    [
      "processRevisionDirectives: (c, directives) => { directives[0].up.push({ method: 'perform', args: ['x'] }); }",
      /left a call in "up" that op does not have: \{"method":"perform","args":\["x"\]\}/,
      /hooks.md/,
    ],
    [
      "processRevisionDirectives: (c, directives) => { directives[0].revision = 'a b'; }",
      /"a b" cannot be a revision id/,
      /letters/,
    ],
    ["renderItem: () => 1", /returned 1; it must return a string, undefined or false/, /hooks.md/],
    [
      "renderItem: () => 'op.('",
      /"renderItem" .* gave text that is no TypeScript: .* \(line \d+: op\.\(/,
      /whole statements/,
    ],
    [
      "renderItem: (call, { imports }) => { imports.add('x'); }",
      /added "x", which is no import declaration/,
      /import/,
    ],
  ])("%s", async (config, says, hint) => {
    const project = await projectWith(config);
    const unhinted = String(hint) === "/./";
    const env = { DATABASE_URL: database.url };
    if (!unhinted)
      return void (await expectRefused(project, { args: autogenerate, env, code: 2, says, hint }));
    const ended = await project.limbeck(autogenerate, { env });
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^error: /);
    expect(ended.stderr).toMatch(says);
  });

  test("shows where it failed with --verbose, and in JSON which it was", async () => {
    const project = await projectWith(
      "compareType: () => undefined, includeName: () => { throw new Error('no'); }",
    );
    const env = { DATABASE_URL: database.url };
    const { stderr, code } = await project.limbeck(["check", "--verbose"], { env });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: The hook "includeName" .* failed: Error: no\.$/m);
    expect(stderr).toMatch(/^\s+at .*includeName/m);
    const { stdout } = await project.limbeck(["check", "--json"], { env });
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: "hook-failed", exitCode: 2, data: { hook: "includeName" } },
    });
  });

  test("that takes a revision back ends the command well", async () => {
    const project = await projectWith(
      "processRevisionDirectives: (c, directives) => { directives.length = 0; }",
    );
    const env = { DATABASE_URL: database.url };
    const { stdout, code } = await project.limbeck(autogenerate, { env });
    expect(code).toBe(0);
    expect(stdout).toBe("The hook processRevisionDirectives left nothing to write. No file was written.\n");
  });
});
