import { describe, expect, test } from "vitest";
import { readModels } from "../../../src/models/toCatalog.ts";
import { modelsOf, objectsIn } from "../../support/models.ts";
import { LINES, makeProject } from "../../support/project.ts";

describe.each(LINES)("drizzle %s: schemas, enums, sequences", (line) => {
  test("schemas that are used and not exported are there, public is not", async () => {
    const text = `export const shown = pgSchema("shown"); const a = pgSchema("a_table"); const b = pgSchema("b_enum"); const c = pgSchema("c_sequence");
      const kind = b.enum("kind", ["x"]); export const seq = c.sequence("seq");
      export const t = a.table("t", { kind: kind() }); export const u = pgTable("u", { id: integer() });`;
    const found = await objectsIn("schema", line, text);
    expect(found.map(({ name }) => name)).toEqual(["a_table", "b_enum", "c_sequence", "shown"]);
  });

  if (line === "1.0") {
    test("existing schemas are not ours", async () => {
      const text =
        'export const auth = pgSchema("auth").existing(); export const t = auth.table("t", { id: integer() });';
      expect(await objectsIn("schema", line, text)).toEqual([]);
    });
  }

  test("enums: exported, made by helpers, of objects, in schemas", async () => {
    const text = `export const color = pgEnum("color", ["red", "green"]); const s = pgSchema("s");
      const status = () => pgEnum("status", ["on", "off"])(); const other = s.enum("color", { A: "a" });
      export const t = pgTable("t", { a: status(), b: color().array(), c: other().array() }); export const u = pgTable("u", { a: status() });`;
    const found = await objectsIn("enum", line, text);
    expect(found).toEqual([
      { kind: "enum", schema: "public", name: "color", labels: ["red", "green"] },
      { kind: "enum", schema: "public", name: "status", labels: ["on", "off"] },
      { kind: "enum", schema: "s", name: "color", labels: ["a"] },
    ]);
  });

  test("enums of one name that differ are an error", async () => {
    const text = `const status = (...labels: [string]) => pgEnum("status", labels)();
      export const t = pgTable("t", { a: status("on") }); export const u = pgTable("u", { a: status("off") });`;
    await expect(modelsOf(line, text)).rejects.toMatchObject({
      code: "duplicate-object",
      message: expect.stringMatching(/^The enum.* status is declared by "t" in .*schema\.ts and by "u" in /),
    });
  });

  test("labels that Postgres refuses", async () => {
    const text = `export const e = pgEnum("e", ["${"x".repeat(64)}"]); export const t = pgTable("t", { a: e() });`;
    await expect(modelsOf(line, text)).rejects.toMatchObject({ code: "enum-label-too-long" });
  });

  test("sequences with Postgres's defaults", async () => {
    const text = `export const a = pgSequence("a"); export const b = pgSequence("b", { increment: -2, cycle: true });
      export const c = pgSequence("c", { startWith: "5", minValue: 5n as never, maxValue: 9223372036854775807, cache: 10 }); export const t = pgTable("t", { id: integer() });`;
    const common = { kind: "sequence", schema: "public", cache: "1", cycle: false };
    expect(await objectsIn("sequence", line, text)).toEqual([
      {
        ...common,
        name: "a",
        startWith: "1",
        incrementBy: "1",
        minValue: "1",
        maxValue: "9223372036854775807",
      },
      {
        ...common,
        name: "b",
        startWith: "-1",
        incrementBy: "-2",
        minValue: "-9223372036854775808",
        maxValue: "-1",
        cycle: true,
      },
      {
        ...common,
        name: "c",
        startWith: "5",
        incrementBy: "1",
        minValue: "5",
        maxValue: "9223372036854775807",
        cache: "10",
      },
    ]);
    const broken =
      'export const a = pgSequence("a", { startWith: 1.5 }); export const t = pgTable("t", { id: integer() });';
    await expect(modelsOf(line, broken)).rejects.toMatchObject({ code: "sequence-number" });
  });
});

describe.each(LINES)("drizzle %s: tables", (line) => {
  test("creators, dots in names, names that are too long", async () => {
    const text = `const prefixed = pgTableCreator((name) => "shop_" + name); export const a = prefixed("a", { id: integer() });
      export const b = pgTable("auth.users", { id: integer() }); export const c = pgTable("${"x".repeat(70)}", { ${"y".repeat(70)}: integer() });`;
    expect((await objectsIn("table", line, text)).map(({ name }) => name)).toEqual([
      "auth.users",
      "shop_a",
      "x".repeat(63),
    ]);
    expect((await objectsIn("column", line, text)).at(-1)?.name).toBe("y".repeat(63));
  });

  test("arrays within the third argument, objects, and conditions that leave nothing", async () => {
    const text = `export const a = pgTable("a", { id: integer() }, (t) => [[index("i1").on(t.id), index("i2").on(t.id)], false && index("i3").on(t.id)] as never);
      export const b = pgTable("b", { id: integer() }, (t) => ({ i: index("i4").on(t.id) }));`;
    expect((await objectsIn("index", line, text)).map(({ name }) => name)).toEqual(["i1", "i2", "i4"]);
  });

  test.each([
    [
      "an entry of another dialect",
      'mysqlCheck("c", sql`true`)',
      /^table t \(export "t" in .*schema\.ts\): its extra .* MySqlCheckBuilder/,
    ],
    ["an index without columns", 'index("i")', /PgIndexBuilderOn/],
  ])("%s is an error", async (_, entry, message) => {
    const text = `import { check as mysqlCheck } from "drizzle-orm/mysql-core";
      export const t = pgTable("t", { id: integer() }, () => [${entry}] as never);`;
    await expect(modelsOf(line, text)).rejects.toMatchObject({
      code: "unknown-table-entry",
      message: expect.stringMatching(message),
    });
  });

  test("what Drizzle has never heard of is warned of, and is no part of the table", async () => {
    const text = `export const t = pgTable("t", { id: integer() }, (t) => [
      { kind: "check", name: "c", expression: sql\`true\` }, index("i").on(t.id)] as never);`;
    const warnings: string[] = [];
    const catalog = await modelsOf(line, text, { warn: (message) => warnings.push(message) });
    expect([...catalog.objects.keys()].filter((id) => !id.startsWith("column"))).toEqual([
      "table public.t",
      "index public.i",
    ]);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^table t \(export "t" in .*schema\.ts\): its extra .* a value of type object, .* over\.$/,
      ),
    ]);
  });
});

describe.each(LINES)("drizzle %s: the catalog", (line) => {
  test("each object once, however often it is exported, in an order that files do not decide", async () => {
    const files = {
      "a.ts":
        'import { pgTable, integer } from "drizzle-orm/pg-core"; export const zebra = pgTable("zebra", { z: integer(), a: integer() });',
      "index.ts":
        'export * from "./a"; export * as everything from "./a"; import { zebra } from "./a"; export default { zebra };',
      "b.ts":
        'import { pgTable, integer } from "drizzle-orm/pg-core"; const ant = pgTable("ant", { z: integer() }); export default { ant };',
    };
    const catalog = await modelsOf(line, "", { files });
    expect([...catalog.objects.keys()]).toEqual([
      "table public.ant",
      "table public.zebra",
      "column public.ant.z",
      "column public.zebra.z",
      "column public.zebra.a",
    ]);
    expect(catalog.sources?.get([...catalog.objects.keys()][1] as never)).toEqual({
      export: "zebra",
      file: expect.stringMatching(/\/a\.ts$/),
    });
    expect(catalog.sources?.get([...catalog.objects.keys()][0] as never)).toMatchObject({
      export: "default.ant",
    });
  });

  test("two tables of one name are an error that names both", async () => {
    const text =
      'export const one = pgTable("t", { id: integer() }); export const two = pgTable("t", { id: integer() });';
    await expect(modelsOf(line, text)).rejects.toMatchObject({
      code: "duplicate-object",
      exitCode: 2,
      message: expect.stringMatching(
        /^The table t is declared by "one" in .*schema\.ts and by "two" in .*schema\.ts$/,
      ),
    });
  });

  test("no tables are an error", async () => {
    await expect(modelsOf(line, 'export const e = pgEnum("e", ["a"]);')).rejects.toMatchObject({
      code: "no-models",
      exitCode: 2,
    });
  });

  test("a schema that does not load is a ModelError", async () => {
    await expect(modelsOf(line, "export const = 1;")).rejects.toMatchObject({
      code: "models-not-loaded",
      message: expect.stringMatching(/^schema\.ts:\d+: /),
    });
  });

  test("the tables of @auth/drizzle-adapter", async () => {
    const body = `import { PostgresDrizzleAdapter } from "@auth/drizzle-adapter/lib/pg.js"; import { defineTables } from "@auth/drizzle-adapter/lib/pg.js";
      const tables = defineTables(); export const { usersTable, accountsTable, sessionsTable, verificationTokensTable, authenticatorsTable } = tables;
      void PostgresDrizzleAdapter;`;
    const project = makeProject(
      line,
      { "schema.ts": body },
      { copies: ["@auth/drizzle-adapter", "@auth/core"] },
    );
    // The package's exports hide lib/.
    project.write(
      "schema.ts",
      body.replaceAll("@auth/drizzle-adapter/lib/pg.js", "./node_modules/@auth/drizzle-adapter/lib/pg.js"),
    );
    const { objects } = await readModels({
      root: project.dir,
      schemaFiles: [project.path("schema.ts")],
      casing: undefined,
      cacheDir: project.path(".limbeck/cache"),
    });
    const ids = [...objects.keys()].filter((id) => !id.startsWith("column "));
    const old = line === "0.45";
    expect(ids).toEqual([
      "table public.account",
      "table public.authenticator",
      "table public.session",
      "table public.user",
      'table public."verificationToken"',
      "primaryKey public.account",
      "primaryKey public.authenticator",
      "primaryKey public.session",
      "primaryKey public.user",
      'primaryKey public."verificationToken"',
      `unique public.authenticator."authenticator_credentialID_${old ? "unique" : "key"}"`,
      `unique public.user.user_email_${old ? "unique" : "key"}`,
      `foreignKey public.account."account_userId_user_id_${old ? "fk" : "fkey"}"`,
      `foreignKey public.authenticator."authenticator_userId_user_id_${old ? "fk" : "fkey"}"`,
      `foreignKey public.session."session_userId_user_id_${old ? "fk" : "fkey"}"`,
    ]);
    expect(objects.get('column public.account."providerAccountId"' as never)).toMatchObject({
      type: "text",
      notNull: true,
    });
    expect(objects.get("primaryKey public.account" as never)).toMatchObject({
      columns: ["provider", "providerAccountId"],
      name: old ? "account_provider_providerAccountId_pk" : "account_pkey",
    });
  });
});

describe("drizzle-orm itself", () => {
  test("absent", async () => {
    const project = makeProject("0.45", {});
    const outside = {
      root: "/",
      schemaFiles: [],
      casing: undefined,
      cacheDir: project.path(".limbeck/cache"),
    };
    await expect(readModels(outside)).rejects.toMatchObject({
      code: "drizzle-missing",
      hint: expect.stringContaining("npm install"),
    });
  });

  test("of a version that is not supported", async () => {
    const project = makeProject("0.45", {
      "sub/node_modules/drizzle-orm/package.json": '{ "version": "0.30.1", "main": "index.js" }',
      "sub/node_modules/drizzle-orm/index.js": "",
    });
    const source = {
      root: project.path("sub"),
      schemaFiles: [],
      casing: undefined,
      cacheDir: project.path(".limbeck/cache"),
    };
    await expect(readModels(source)).rejects.toMatchObject({
      code: "drizzle-version",
      message: expect.stringContaining("0.30.1"),
    });
  });
});
