import { chmodSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRoot } from "../support/binaries.ts";
import type { TestDatabase } from "../support/database.ts";
import { CONFIG, temporaryFolder, userProject, type UserProject } from "./support/cli.ts";
import { allOf, someDatabase } from "./support/databases.ts";
import { CANARY, expectNoSecret, expectRefused } from "./support/refused.ts";
import { FIRST } from "./support/models.ts";

const IMPORT = 'import { integer, pgTable } from "drizzle-orm/pg-core";\n';

/** A project that is right but for these files. */
function broken(files: Readonly<Record<string, string>>): Promise<UserProject> {
  return userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST, ...files });
}

/** `revision --autogenerate` in such a project is refused with exit code 2. */
async function refused(
  files: Readonly<Record<string, string>>,
  says: RegExp | string,
  hint: RegExp | string,
): Promise<void> {
  await expectRefused(await broken(files), {
    args: ["revision", "--autogenerate", "-m", "x"],
    env,
    code: 2,
    says,
    hint,
  });
}

let database: TestDatabase;
let env: Readonly<Record<string, string>>;
let before: readonly string[];

beforeAll(async () => {
  database = await someDatabase();
  env = { DATABASE_URL: database.url };
  before = await allOf(database);
});

afterAll(async () => {
  expect(await allOf(database)).toEqual(before);
  await database.drop();
});

describe("bad configuration", () => {
  test("16 there is none", async () => {
    const nowhere = temporaryFolder("limbeck-nowhere-");
    const project = await broken({});
    const asked = { args: ["check"], code: 2, hint: /limbeck init/ };
    await expectRefused(project, {
      ...asked,
      cwd: nowhere,
      says: /No drizzle.config or limbeck.config was found/,
    });
    await expectRefused(project, {
      ...asked,
      args: ["check", "--config", "other.ts"],
      says: /other.ts does not exist/,
    });
    await expectRefused(project, {
      ...asked,
      args: ["check", "-c", "schema"],
      says: /has neither a drizzle.config/,
    });
  });

  test("17 a syntax error", async () => {
    await refused(
      { "drizzle.config.ts": "export default { dialect: ;" },
      /drizzle.config.ts:1: Unexpected ";"/,
      /Correct the file/,
    );
    await refused({ "schema/shop.ts": "export const = 1;" }, /schema\/shop.ts:1: /, /Correct the file/);
  });

  test("18 it throws when it is imported, quoting a URL", async () => {
    const text = `\nthrow new Error("cannot parse postgres://app:${CANARY.encoded}@h/d or postgres://app:${CANARY.raw}@h/d");\n`;
    await refused(
      { "drizzle.config.ts": text },
      /drizzle.config.ts:2: .*cannot parse postgres:\/\/app:\*\*\*@h\/d/,
      /Correct the file/,
    );
    await refused({ "schema/shop.ts": text }, /schema\/shop.ts:2: .*\*\*\*@h\/d/, /Correct the file/);
    const ended = await (await broken({ "drizzle.config.ts": text })).limbeck(["check", "--json"]);
    expectNoSecret(ended);
    expect(JSON.parse(ended.stdout)).toMatchObject({
      error: { code: "config-not-loaded", exitCode: 2, data: { line: 2 } },
    });
  });

  test("19 the schema path does not exist", () =>
    refused(
      { "drizzle.config.ts": CONFIG.replace("./schema", "./models") },
      /The schema ".\/models" in drizzle.config.ts does not exist/,
      /relative to/,
    ));

  test("20 the schema exports no tables", () =>
    refused({ "schema/shop.ts": "export const nothing = 1;\n" }, /There are no models/, /Export the tables/));

  test("20 and on the embedded database, which is still being opened then", async () => {
    const project = await broken({ "schema/shop.ts": "export const nothing = 1;\n" });
    await expectRefused(project, { args: ["check"], code: 2, says: /There are no models/, hint: /Export/ });
  });

  test("21 two tables of one name", () =>
    refused(
      {
        "schema/shop.ts": `${IMPORT}export const a = pgTable("t", { id: integer() });\nexport const b = pgTable("t", { x: integer() });\n`,
      },
      /The table t is declared by "a" in .* and by "b" in /,
      /another name/,
    ));

  test("22 modules that import each other in a circle, so that an export is undefined", async () => {
    const a = `${IMPORT}import { b } from "./b.ts";\nexport const a = pgTable("a", { id: integer().references(() => b.missing) });\n`;
    const b = `${IMPORT}import { a } from "./a.ts";\nexport const b = pgTable("b", { id: integer(), a: integer().references(() => a.id) });\n`;
    await refused(
      { "schema/shop.ts": "export {};\n", "schema/a.ts": a, "schema/b.ts": b },
      /a foreign key points at a column that is undefined/,
      /in a circle/,
    );
    const early = `${IMPORT}import { b } from "./b.ts";\nexport const a = pgTable("a", { id: integer() });\nexport const c = b;\n`;
    const copy = `${IMPORT}import { a } from "./a.ts";\nexport const b = { ...a.id };\n`;
    await refused(
      { "schema/shop.ts": "export {};\n", "schema/a.ts": early, "schema/b.ts": copy },
      /schema\/b.ts:3: /,
      /circle|Correct/,
    );
  });

  test("23 a key that is unknown, and values that are wrong", async () => {
    await refused(
      { "limbeck.config.ts": 'export default { migratons: "x" };' },
      /unknown key "migratons"/,
      /Did you mean "migrations"\?/,
    );
    await refused(
      { "drizzle.config.ts": CONFIG.replace("postgresql", "mysql") },
      /has the dialect "mysql"/,
      /postgresql/,
    );
  });

  test("24 the migrations folder is a file", () =>
    refused({ migrations: "not a folder" }, /migrations is a file/, /Name a folder/));

  test("25 the migrations folder cannot be written", async () => {
    // Root may write wherever a folder can be made; below a file none can.
    const folder = isRoot ? "./README/migrations" : "./closed/migrations";
    const project = await broken({
      README: "a file",
      "closed/file": "",
      "limbeck.config.ts": `export default { migrations: "${folder}" };`,
    });
    chmodSync(join(project.dir, "closed"), 0o555);
    const asked = {
      env,
      code: 2,
      says: /The migrations folder .* (is not a folder|cannot be read)|Cannot write /,
      hint: /folder/,
    };
    await expectRefused(project, { ...asked, args: ["revision", "--autogenerate", "-m", "x"] });
    await expectRefused(project, { ...asked, args: ["revision", "-m", "x"] });
    chmodSync(join(project.dir, "closed"), 0o755);
  });
});
