import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadProject } from "../../../src/config/project.ts";
import { makeProject, type TestProject } from "../../support/project.ts";

function project(files: Readonly<Record<string, string>>): TestProject {
  return makeProject("0.45", files);
}

const config = (body: string): string =>
  `import { defineConfig } from "drizzle-kit"; export default defineConfig({ dialect: "postgresql", ${body} });`;

describe("finding the configuration", () => {
  test("from any folder below it, with the same result", async () => {
    const { dir, path } = project({
      "drizzle.config.ts": config('schema: "./src/schema.ts"'),
      "src/schema.ts": "",
      "src/deep/x.ts": "",
    });
    const found = await loadProject({ cwd: dir });
    expect(found).toMatchObject({
      root: dir,
      configFile: path("drizzle.config.ts"),
      limbeckConfigFile: undefined,
      schemaFiles: [path("src/schema.ts")],
      migrationsDir: path("migrations"),
      migrationsDirIsOwn: true,
      casing: undefined,
      schemaFilter: undefined,
      tablesFilter: [],
      credentials: undefined,
      versionTable: { schema: "public", name: "limbeck_version" },
      drizzleMigrationsTable: { schema: "drizzle", name: "__drizzle_migrations" },
      cacheDir: path(".limbeck/cache"),
      dataDir: path(".limbeck/data"),
    });
    expect(await loadProject({ cwd: path("src/deep") })).toEqual(found);
    expect(await loadProject({ cwd: "/", config: path("drizzle.config.ts") })).toEqual(found);
    expect(await loadProject({ cwd: dir, config: "." })).toEqual(found);
  });

  test.each([
    ["drizzle.config.js", 'export default { dialect: "postgresql", out: "./m" };'],
    ["drizzle.config.mjs", 'export default { dialect: "postgresql", out: "./m" };'],
    ["drizzle.config.cjs", 'module.exports = { dialect: "postgresql", out: "./m" };'],
    ["drizzle.config.mts", 'export default { dialect: "postgresql", out: "./m" } as const;'],
    ["drizzle.config.cts", 'module.exports = { dialect: "postgresql", out: "./m" as string };'],
    ["drizzle.config.json", '{ "dialect": "postgresql", "out": "./m" }'],
    ["limbeck.config.ts", 'export default { migrations: "m" };'],
    ["limbeck.config.json", '{ "migrations": "m" }'],
  ])("%s", async (file, text) => {
    const { dir, path } = project({ [file]: text });
    expect(await loadProject({ cwd: dir })).toMatchObject({
      configFile: path(file),
      migrationsDir: path("m"),
      schemaFiles: [],
    });
  });

  test("limbeck.config beside drizzle.config wins where both speak", async () => {
    const { dir, path } = project({
      "drizzle.config.ts": config(
        'schema: "a.ts", out: "./drizzle", schemaFilter: "public", tablesFilter: ["!x_*"], casing: "snake_case", migrations: { table: "kit" }',
      ),
      "limbeck.config.ts": `const config = Promise.resolve({ migrations: "./revisions", versionTable: { schema: "meta" }, schema: ["b.ts"], schemaFilter: ["public", "app"] });
        export default config;`,
      "a.ts": "",
      "b.ts": "",
    });
    expect(await loadProject({ cwd: dir })).toMatchObject({
      configFile: path("drizzle.config.ts"),
      limbeckConfigFile: path("limbeck.config.ts"),
      schemaFiles: [path("b.ts")],
      migrationsDir: path("revisions"),
      migrationsDirIsOwn: true,
      versionTable: { schema: "meta", name: "limbeck_version" },
      schemaFilter: ["public", "app"],
      tablesFilter: ["!x_*"],
      casing: "snake_case",
      drizzleMigrationsTable: { schema: "drizzle", name: "kit" },
    });
    expect((await loadProject({ cwd: dir, config: "limbeck.config.ts" })).configFile).toBe(
      path("drizzle.config.ts"),
    );
  });
});

describe("schema files", () => {
  const files = {
    "s/b.ts": "",
    "s/a.ts": "",
    "s/c.tsx": "",
    "s/d.d.ts": "",
    "s/notes.md": "",
    "s/deep/e.ts": "",
    "(app)/[id]/f.ts": "",
    "one.js": "",
  };

  test.each([
    ['"./s"', ["s/a.ts", "s/b.ts", "s/c.tsx"]],
    ['"./s/*.ts"', ["s/a.ts", "s/b.ts"]],
    ['"./s/**/*.ts"', ["s/a.ts", "s/b.ts", "s/deep/e.ts"]],
    ['["one.js", "./s/a.ts", "s/*.ts"]', ["one.js", "s/a.ts", "s/b.ts"]],
    ['"./(app)/[id]/f.ts"', ["(app)/[id]/f.ts"]],
    ['"./s/{a,b}.ts"', ["s/a.ts", "s/b.ts"]],
  ])("%s", async (schema, expected) => {
    const { dir, path } = project({ "drizzle.config.ts": config(`schema: ${schema}`), ...files });
    expect((await loadProject({ cwd: dir })).schemaFiles).toEqual(expected.map(path));
  });

  test.each(['"./nope.ts"', '["./s", "./nope/*.ts"]', '"./empty"', '"./s/*.vue"'])(
    "%s names nothing",
    async (schema) => {
      const made = project({ "drizzle.config.ts": config(`schema: ${schema}`), ...files });
      mkdirSync(made.path("empty"));
      await expect(loadProject({ cwd: made.dir })).rejects.toMatchObject({
        code: "schema-missing",
        exitCode: 2,
      });
    },
  );
});

describe("errors", () => {
  test.each([
    [
      "syntax",
      { "drizzle.config.ts": "export default {\n  a: = 1 };" },
      "config-not-loaded",
      /^drizzle\.config\.ts:2: Unexpected "="$/,
    ],
    [
      "throws on import",
      { "drizzle.config.ts": 'throw new Error("no env");' },
      "config-not-loaded",
      /^drizzle\.config\.ts:1: .*no env$/,
    ],
    [
      "broken JSON",
      { "drizzle.config.json": '{ "dialect": }' },
      "config-not-loaded",
      /^drizzle\.config\.json:1: /,
    ],
    [
      "no export",
      { "drizzle.config.ts": "export const a = 1;" },
      "config-no-export",
      /drizzle\.config\.ts has no default export/,
    ],
    [
      "another dialect",
      { "drizzle.config.ts": 'export default { dialect: "mysql" };' },
      "config-dialect",
      /has the dialect "mysql"/,
    ],
    ["no dialect", { "drizzle.config.ts": "export default {};" }, "config-dialect", /names no dialect/],
    [
      "a wrong value",
      { "drizzle.config.ts": config("schema: 5 as never") },
      "config-invalid",
      /"schema" in drizzle\.config\.ts must be a string or a list/,
    ],
    [
      "an unknown key",
      { "limbeck.config.ts": 'export default { migration: "x" };' },
      "config-unknown-key",
      /^limbeck\.config\.ts has an unknown key "migration"$/,
    ],
    [
      "a nested one",
      { "limbeck.config.ts": 'export default { versionTable: { nmae: "x" } };' },
      "config-unknown-key",
      /"versionTable\.nmae"/,
    ],
    [
      "a wrong casing",
      { "limbeck.config.ts": 'export default { casing: "kebab" };' },
      "config-invalid",
      /"snake_case" or "camelCase"/,
    ],
    [
      "a file for a folder",
      { "limbeck.config.ts": 'export default { migrations: "m" };', m: "" },
      "migrations-not-a-folder",
      /is a file$/,
    ],
  ])("%s", async (_, files, code, message) => {
    const { dir } = project(files);
    await expect(loadProject({ cwd: dir })).rejects.toMatchObject({
      code,
      exitCode: 2,
      message: expect.stringMatching(message),
    });
  });

  test("an unknown key has a hint", async () => {
    const { dir } = project({ "limbeck.config.ts": 'export default { migration: "x" };' });
    await expect(loadProject({ cwd: dir })).rejects.toMatchObject({ hint: 'Did you mean "migrations"?' });
    writeFileSync(`${dir}/limbeck.config.ts`, "export default { zzzzzzzzzz: 1 };");
    await expect(loadProject({ cwd: dir })).rejects.toMatchObject({
      hint: expect.stringContaining("It may have: schema, "),
    });
  });

  test("no configuration", async () => {
    await expect(loadProject({ cwd: "/" })).rejects.toMatchObject({
      code: "config-missing",
      hint: expect.stringContaining("limbeck init"),
    });
    const { dir } = project({});
    await expect(loadProject({ cwd: dir, config: "x.ts" })).rejects.toMatchObject({ code: "config-missing" });
    await expect(loadProject({ cwd: dir, config: "." })).rejects.toMatchObject({ code: "config-missing" });
  });
});

describe("credentials", () => {
  test.each([
    ['dbCredentials: { url: "postgres://a/b" }', { kind: "server", url: "postgres://a/b" }],
    [
      'dbCredentials: { host: "h", port: 5433, user: "u@x", password: "p#/?", database: "d b" }',
      { kind: "server", url: "postgresql://u%40x:p%23%2F%3F@h:5433/d%20b" },
    ],
    [
      'dbCredentials: { host: "h", database: "d", ssl: "require" }',
      { kind: "server", url: "postgresql://h/d", ssl: { rejectUnauthorized: false } },
    ],
    ['dbCredentials: { host: "h", database: "d", ssl: true }', { ssl: true }],
    ["dbCredentials: { url: process.env.NOPE! }", { kind: "undefined" }],
    [
      'driver: "aws-data-api", dbCredentials: { database: "d", secretArn: "s", resourceArn: "r" }',
      { kind: "unsupported", driver: "aws-data-api" },
    ],
  ])("%s", async (body, credentials) => {
    const { dir } = project({ "drizzle.config.ts": config(body) });
    expect((await loadProject({ cwd: dir })).credentials).toMatchObject({
      source: "dbCredentials in drizzle.config.ts",
      ...credentials,
    });
  });

  test("pglite is a data directory", async () => {
    const { dir, path } = project({
      "drizzle.config.ts": config('driver: "pglite", dbCredentials: { url: "./pg" }'),
    });
    expect(await loadProject({ cwd: dir })).toMatchObject({
      dataDir: path("pg"),
      credentials: { kind: "embedded", directory: path("pg") },
    });
  });

  test("limbeck.config's url wins", async () => {
    const { dir } = project({
      "drizzle.config.ts": config('dbCredentials: { url: "postgres://a/b" }'),
      "limbeck.config.ts": 'export default { url: "postgres://c/d" };',
    });
    expect((await loadProject({ cwd: dir })).credentials).toMatchObject({
      url: "postgres://c/d",
      source: '"url" in limbeck.config.ts',
    });
  });
});
