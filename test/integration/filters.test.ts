import { expect, test } from "vitest";
import { configured, told } from "../support/configured.ts";
import { countingProxy } from "../support/countingProxy.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { LINES } from "../support/project.ts";

const FOREIGN = `CREATE TABLE legacy_users (id int PRIMARY KEY, name text DEFAULT 'x', CHECK (id > 0));
  CREATE INDEX ON legacy_users (name);
  CREATE TABLE legacy_seen (id serial PRIMARY KEY, by int REFERENCES legacy_users)`;
const MODELS = `export const users = pgTable("legacy_users", { id: integer("id").primaryKey() });
  export const orders = pgTable("orders", { id: integer("id").primaryKey(), by: integer("by").references(() => users.id) });`;

eachMajor("tablesFilter", (major) => {
  const line = LINES[major % 2] ?? "0.45";

  test("leaves tables alone on both sides, and foreign keys to them work", async () => {
    await using database = await createDatabase(major);
    await database.query(FOREIGN);
    const project = configured(line, database, { models: MODELS, drizzle: 'tablesFilter: ["!legacy_*"]' });
    expect(told(await project.autogenerate())).toEqual(["+ table orders"]);
    await project.upgrade();
    expect(await project.check()).toMatchObject({ matches: true, differences: [] });
    const keys = await database.query(
      "SELECT conrelid::regclass::text AS t FROM pg_constraint WHERE contype = 'f' ORDER BY 1",
    );
    expect(keys).toEqual([{ t: "legacy_seen" }, { t: "orders" }]);

    await database.query(
      "ALTER TABLE orders DROP CONSTRAINT " +
        (line === "0.45" ? "orders_by_legacy_users_id_fk" : '"orders_by_legacy_users_id_fkey"'),
    );
    expect((await project.check()).differences).toMatchObject([
      { action: "create", group: "table public.orders" },
    ]);
  });

  test("does not make a table of the models that it leaves out, and sees neither side of one that differs", async () => {
    await using database = await createDatabase(major);
    const models = `export const tmp = pgTable("tmp_a", { id: integer("id") }, (t) => [index("tmp_i").on(t.id)]);
      export const kept = pgTable("kept", { id: integer("id") });`;
    const project = configured(line, database, { models, config: 'tablesFilter: "!tmp_*"' });
    expect(told(await project.autogenerate())).toEqual(["+ table kept"]);
    await project.upgrade();
    await database.query("CREATE TABLE tmp_a (other text)");
    expect(await project.check()).toMatchObject({ matches: true });
  });

  test("is part of what has agreed before", async () => {
    await using database = await createDatabase(major);
    const models = 'export const kept = pgTable("kept", { id: integer("id") });';
    const project = configured(line, database, { models, config: 'tablesFilter: "!tmp_*"' });
    await project.autogenerate();
    await project.upgrade();
    await database.query("CREATE TABLE tmp_a (id int); CREATE TABLE more (id int)");
    project.write("limbeck.config.ts", 'export default { tablesFilter: ["!tmp_*", "!more"] };');
    expect(await project.check()).toMatchObject({ matches: true });
    project.write("limbeck.config.ts", 'export default { tablesFilter: "!more" };');
    expect(told(await project.check())).toEqual(["- table tmp_a"]);
    project.write("limbeck.config.ts", "export default {};");
    expect(told(await project.check())).toEqual(["- table more", "- table tmp_a"]);
  });

  test("costs one statement, whatever the number of tables", async () => {
    await using database = await createDatabase(major);
    const project = configured(line, database, { models: MODELS, config: 'tablesFilter: "!legacy_*"' });
    await database.query("CREATE TABLE legacy_users (id int PRIMARY KEY)");
    await project.autogenerate();
    await project.upgrade();
    const statements = async (): Promise<number> => {
      await using proxy = await countingProxy(database.url);
      expect(await project.check(proxy.url)).toMatchObject({ matches: true });
      return proxy.statements();
    };
    const few = await statements();
    for (let n = 0; n < 40; n++)
      await database.query(`CREATE TABLE legacy_${n} (id int PRIMARY KEY, a text DEFAULT 'x')`);
    expect(await statements()).toBe(few);
  });

  test("does not touch the enum types that only tables out of scope use", async () => {
    await using database = await createDatabase(major);
    await database.query(
      "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE legacy_m (m mood, ms mood[]); CREATE SEQUENCE legacy_numbers; CREATE TABLE legacy_n (n int DEFAULT nextval('legacy_numbers'))",
    );
    const project = configured(line, database, {
      models: 'export const kept = pgTable("kept", { id: integer("id") });',
      config: 'tablesFilter: "!legacy_*"',
    });
    expect(told(await project.autogenerate())).toEqual(["+ table kept"]);
  });
});

eachMajor("schemaFilter", (major) => {
  const line = LINES[major % 2] ?? "0.45";
  const models = `export const a = pgSchema("app_a").table("t", { id: integer("id") });
    export const b = pgSchema("app_b").table("t", { id: integer("id") });
    export const c = pgTable("t", { id: integer("id") });`;

  test.each([
    ['"app_*"', ["+ schema app_a", "+ schema app_b", "+ table app_a.t", "+ table app_b.t"]],
    ['["app_*", "!app_b"]', ["+ schema app_a", "+ table app_a.t", "+ table t"]],
    ['["app_a", "public"]', ["+ schema app_a", "+ table app_a.t", "+ table t"]],
    ['["!app_*"]', ["+ table t"]],
  ])("%s", async (filter, expected) => {
    await using database = await createDatabase(major);
    await database.query("CREATE SCHEMA other_a; CREATE SCHEMA app_z");
    await database.query("DROP SCHEMA app_z; CREATE TABLE other_a.x (id int)");
    const negates = filter.includes("!");
    const project = configured(line, database, {
      models,
      drizzle: `schemaFilter: ${negates ? filter.replace("]", ', "!other_*"]') : filter}`,
    });
    expect(told(await project.autogenerate())).toEqual(expected);
    await project.upgrade();
    expect(await project.check()).toMatchObject({ matches: true });
  });
});

eachMajor("extensionsFilters", (major) => {
  test("hides the tables of PostGIS that belong to no extension, and no others", async () => {
    await using database = await createDatabase(major);
    await database.query("CREATE TABLE spatial_ref_sys (srid int PRIMARY KEY); CREATE TABLE more (id int)");
    const models = 'export const kept = pgTable("kept", { id: integer("id") });';
    const line = LINES[major % 2] ?? "0.45";
    const project = configured(line, database, { models, drizzle: 'extensionsFilters: ["postgis"]' });
    expect(told(await project.autogenerate())).toEqual(["+ table kept", "- table more"]);
    const narrow = configured(line, database, {
      models,
      drizzle: 'extensionsFilters: ["postgis"], tablesFilter: ["kept"]',
    });
    expect(told(await narrow.autogenerate())).toEqual(["+ table kept"]);
  });
});
