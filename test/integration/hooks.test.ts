import { expect, test } from "vitest";
import { configured, told } from "../support/configured.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { LINES, type Line } from "../support/project.ts";

const ORDERS = `export const orders = pgTable("orders", { id: integer("id").primaryKey(), note: text("note") });`;

/** Odd majors run with drizzle-orm 1.0, even ones with 0.45. */
function lineFor(major: number): Line {
  return LINES[major % 2] ?? "0.45";
}

/** A hook that writes down what it is asked, as lines that the project's file says. */
const asked = (hook: string, parameters: string, line: string, answer: string): string =>
  `import { appendFileSync } from "node:fs";
  export default { ${hook}: async (${parameters}) => {
    appendFileSync(new URL("asked.txt", import.meta.url), ${line} + "\\n"); return ${answer}; } };`;

eachMajor("includeName", (major) => {
  test("is asked once for every name of the database, and makes it invisible with what is in it", async () => {
    await using database = await createDatabase(major);
    await database.query(`CREATE TABLE orders (id int PRIMARY KEY, note text, secret text);
      CREATE INDEX orders_secret ON orders (secret); CREATE TABLE hidden (id int PRIMARY KEY);
      CREATE TYPE mood AS ENUM ('a'); CREATE TYPE hidden_mood AS ENUM ('a')`);
    const config = asked(
      "includeName",
      "name, kind, parents",
      "[kind, parents.schema, parents.table, name].join('/')",
      '!name.includes("hidden") && name !== "secret" && name !== "orders_secret"',
    );
    const project = configured(lineFor(major), database, { models: ORDERS, config });
    expect(told(await project.check())).toEqual(["- enum type mood"]);
    const lines = project.read("asked.txt").trim().split("\n");
    expect(lines.toSorted()).toEqual([
      "column/public/orders/id",
      "column/public/orders/note",
      "column/public/orders/secret",
      "enum/public//hidden_mood",
      "enum/public//mood",
      "index/public/orders/orders_secret",
      "primaryKey/public/orders/orders_pkey",
      "schema///public",
      "table/public//hidden",
      "table/public//orders",
    ]);
  });

  test("leaves a schema unread, and does not ask about the models", async () => {
    await using database = await createDatabase(major);
    await database.query("CREATE SCHEMA app; CREATE TABLE app.t (id int); CREATE TABLE public.u (id int)");
    const models = `export const t = pgSchema("app").table("t", { id: integer("id") }); export const u = pgTable("u", { id: integer("id") });`;
    const config = 'includeName: (name, kind) => !(kind === "schema" && name === "public")';
    const project = configured(lineFor(major), database, { models, config });
    expect(told(await project.check())).toEqual(["+ table u"]);
  });
});

eachMajor("includeObject", (major) => {
  test("is asked for every object of both sides, and keeps it out with what hangs on it", async () => {
    await using database = await createDatabase(major);
    await database.query(`CREATE TABLE orders (id int PRIMARY KEY, note varchar(5));
      CREATE TABLE old (id int PRIMARY KEY, a text); CREATE INDEX old_a ON old (a)`);
    const models = `${ORDERS} export const skipped = pgTable("skipped", { id: integer("id").primaryKey() }, (t) => [index("skipped_i").on(t.id)]);`;
    const config = asked(
      "includeObject",
      "object, name, kind, reflected, compareTo",
      "[kind, name, reflected, compareTo?.kind ?? 'alone'].join(' ')",
      'name !== "skipped" && name !== "old" && name !== "note" && object.kind === kind',
    );
    const project = configured(lineFor(major), database, { models, config });
    expect(told(await project.check())).toEqual([]);
    expect(project.read("asked.txt").trim().split("\n").toSorted()).toEqual([
      "column id false column",
      "column note false column",
      "primaryKey orders_pkey false primaryKey",
      "table old true alone",
      "table orders false table",
      "table skipped false alone",
    ]);
  });

  test("keeps an altered object out of a revision in both directions, which works", async () => {
    await using database = await createDatabase(major);
    await database.query(
      "CREATE TABLE orders (id int PRIMARY KEY, note varchar(5), mine int); CREATE TABLE other (id int)",
    );
    const config =
      "includeObject: (object, name, kind, reflected, compareTo) => !(reflected && compareTo === undefined)";
    const project = configured(lineFor(major), database, { models: ORDERS, config });
    expect(told(await project.autogenerate())).toEqual([
      "~ column orders.note type character varying(5) → text",
    ]);
    expect(project.newest()).not.toMatch(/mine|other/);
    await project.upgrade();
    expect(await project.check()).toMatchObject({ matches: true });
    await project.downgrade();
    const [column] = await database.query(
      "SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'note'",
    );
    expect(column).toEqual({ type: "character varying(5)" });
  });
});

eachMajor("compareType and compareServerDefault", (major) => {
  const models = `export const t = pgTable("t", { a: text("a").default("x").notNull(), b: integer("b").default(1), c: varchar("c", { length: 9 }) });`;
  const setUp = "CREATE TABLE t (a varchar(5) DEFAULT 'y', b int DEFAULT 1, c varchar(9))";

  test("false: the same, both ways, whatever else changes", async () => {
    await using database = await createDatabase(major);
    await database.query(setUp);
    const config = `compareType: ({ column, databaseType, modelType }) => column === "a" ? !(databaseType === "character varying(5)" && modelType === "text") : undefined,
      compareServerDefault: async ({ table, column, databaseDefault, modelDefault }) => table === "t" && column === "a" ? !(databaseDefault === "'y'::character varying" && modelDefault === "'x'") : undefined`;
    const project = configured(lineFor(major), database, { models, config });
    expect(told(await project.autogenerate())).toEqual(["~ column t.a not null no → yes"]);
    expect(project.newest().match(/op\.\w+\(.*\);/g)).toEqual([
      'op.alterColumn("t", "a", { notNull: true });',
      'op.alterColumn("t", "a", { notNull: false });',
    ]);
    await project.upgrade();
    expect(await project.check()).toMatchObject({ matches: true });
  });

  test("true: different, even where both sides say the same; undefined: Limbeck decides", async () => {
    await using database = await createDatabase(major);
    await database.query("CREATE TABLE t (a text DEFAULT 'x' NOT NULL, b int DEFAULT 1, c varchar(9))");
    const config = `compareType: ({ column }) => (column === "b" ? true : undefined),
      compareServerDefault: ({ column }) => (column === "a" ? true : undefined)`;
    const project = configured(lineFor(major), database, { models, config });
    const { differences } = await project.autogenerate();
    expect(differences.map(({ object }) => object)).toEqual(["column t.a", "column t.b"]);
    expect(project.newest().match(/op\.\w+\(.*\);/g)).toEqual([
      `op.alterColumn("t", "a", { default: "'x'" });`,
      'op.alterColumn("t", "b", { type: "integer" });',
      `op.alterColumn("t", "a", { default: "'x'::text" });`,
      'op.alterColumn("t", "b", { type: "integer" });',
    ]);
    await project.upgrade();
    await project.downgrade();
  });

  test("what has agreed before is asked again when the hooks change", async () => {
    await using database = await createDatabase(major);
    await database.query(setUp);
    const config = "compareType: () => false, compareServerDefault: () => false";
    const project = configured(lineFor(major), database, {
      models: models.replace(".notNull()", ""),
      config,
    });
    expect(await project.check()).toMatchObject({ matches: true });
    expect(await project.check()).toMatchObject({ matches: true });
    project.configure("compareType: () => false");
    expect(told(await project.check())).toEqual(["~ column t.a default 'y'::character varying → 'x'"]);
    project.configure("");
    expect((await project.check()).matches).toBe(false);
  });
});

function directives(body: string): string {
  return `processRevisionDirectives: async (context, directives) => { ${body} }`;
}

eachMajor("processRevisionDirectives", (major) => {
  test("may change message, id and calls", async () => {
    await using database = await createDatabase(major);
    const config = directives(`
      const [directive] = directives;
      if (directive === undefined || context.command !== "revision" || !context.autogenerate || context.downRevision !== null) throw new Error("odd");
      directive.message = directive.message + " by the hook"; directive.revision = "R1";
      directive.up.push({ method: "createIndex", args: ["orders_note", "orders", ["note"]] });
      directive.down.unshift({ method: "dropIndex", args: ["orders_note"] });`);
    const project = configured(lineFor(major), database, { models: ORDERS, config, proof: true });
    const result = await project.autogenerate("orders");
    expect(result).toMatchObject({
      revision: "R1",
      withdrawn: false,
      file: expect.stringMatching(/orders_by_the_hook/),
    });
    expect(result.sql.at(-1)).toMatch(/CREATE INDEX "orders_note"/);
    expect(project.newest()).toMatch(/\* orders by the hook\n[^/]*\*\/\nexport const revision = "R1";/);
    await project.upgrade();
    expect(
      await database.query("SELECT indexname FROM pg_indexes WHERE indexname = 'orders_note'"),
    ).toHaveLength(1);
    await project.downgrade();
  });

  test.each([["directives.length = 0;"], ["directives[0].up = []; directives[0].down = [];"]])(
    "may take the revision back, and check agrees: %s",
    async (body) => {
      await using database = await createDatabase(major);
      const project = configured(lineFor(major), database, { models: ORDERS, config: directives(body) });
      expect(await project.autogenerate()).toMatchObject({
        revision: null,
        file: null,
        withdrawn: true,
        sql: [],
      });
      expect(project.exists("migrations")).toBe(false);
      expect(await project.check()).toMatchObject({ matches: true, differences: [] });
    },
  );

  test("is asked by check, which tells what is left or added", async () => {
    await using database = await createDatabase(major);
    const keep = directives('if (context.command !== "check") throw new Error("odd");');
    const project = configured(lineFor(major), database, { models: ORDERS, config: keep });
    expect(told(await project.check())).toEqual(["+ table orders"]);
    await database.query("CREATE TABLE orders (id int PRIMARY KEY, note text)");
    expect(await project.check()).toMatchObject({ matches: true });
    project.configure(directives('directives[0].up.push({ method: "dropIndex", args: ["x"] });'));
    expect(told(await project.check())).toEqual([
      "+ call op.dropIndex (by the hook processRevisionDirectives)",
    ]);
  });
});

eachMajor("renderItem", (major) => {
  test("gives its own text for a call, with imports, and the file runs", async () => {
    await using database = await createDatabase(major);
    const config = `renderItem: async (call, { direction, revision, imports }) => {
      if (call.method !== "createTable" || direction !== "up") return direction === "down" ? false : undefined;
      imports.add('import { made } from "./lib/made.ts";');
      return \`made(op, \${JSON.stringify(call.args[0])}, "\${revision}");\\nop.execute("COMMENT ON TABLE orders IS 'x'");\`;
    }`;
    const project = configured(lineFor(major), database, { models: ORDERS, config, proof: true });
    project.write(
      "migrations/lib/made.ts",
      'export const made = (op: any, name: string, id: string) => op.createTable(name, { columns: [{ name: "id", type: "integer" }, { name: "r" + id, type: "text" }] });',
    );
    await project.autogenerate();
    expect(project.newest()).toMatch(
      /^import type \{ Operations \} from "limbeck\/op";\nimport \{ made \} from "\.\/lib\/made\.ts";\n\n\/\*\*\n \* next\n/,
    );
    expect(project.newest()).toMatch(/\n {2}made\(op, "orders", "0001"\);\n {2}op\.execute\("COMMENT/);
    expect(project.newest()).toMatch(/\n {2}op\.dropTable\("orders"\); \/\/ loses/);
    await project.upgrade();
    expect(
      await database.query(
        "SELECT attname FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attnum > 0 ORDER BY attnum",
      ),
    ).toEqual([{ attname: "id" }, { attname: "r0001" }]);
    await project.downgrade();
  });
});
