import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { allOf, someDatabase } from "./support/databases.ts";
import { expectRefused } from "./support/refused.ts";

const IMPORT = 'import { sql } from "drizzle-orm";\nimport * as pg from "drizzle-orm/pg-core";\n';
const USERS = 'export const users = pg.pgTable("users", { id: pg.integer().primaryKey() });\n';
const ORDERS = `export const orders = pg.pgTable("orders", {
  id: pg.integer().primaryKey(),
  userId: pg.integer("user_id").references(() => users.id),
});\n`;

let project: UserProject;
let database: TestDatabase;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  project = await userProject({ "drizzle.config.ts": CONFIG });
}, 180_000);

beforeEach(async () => {
  database = await someDatabase();
  env = { DATABASE_URL: database.url };
  return () => database.drop();
});

/** With these models `revision --autogenerate` and `check` are refused with one sentence, and nothing is written. */
async function refused(
  models: string,
  says: RegExp | string,
  hint: RegExp | string,
  before = "",
): Promise<void> {
  if (before !== "") await database.client.query(before);
  project.write("schema/shop.ts", IMPORT + models);
  const content = await allOf(database);
  for (const args of [["revision", "--autogenerate", "-m", "x"], ["check"]])
    await expectRefused(project, { args, env, code: 2, says, hint });
  expect(await allOf(database)).toEqual(content);
}

describe("mistakes in models", () => {
  test("two exports with one name", async () => {
    await refused(
      `${USERS}export const again = pg.pgTable("users", { id: pg.integer() });\n`,
      /^error: The table users is declared by "again" in .*shop\.ts and by "users" in .*shop\.ts\.$/,
      /another name/,
    );
  });

  test("two kinds with one name", async () => {
    await refused(
      `${USERS}export const counter = pg.pgSequence("users");\n`,
      /The sequence users \("counter" in .*\) and the table users \("users" in .*\) take the same name/,
      /another name/,
    );
  });

  test("a table of another database", async () => {
    await refused(
      `import { mysqlTable, int } from "drizzle-orm/mysql-core";\n${USERS}export const mine = mysqlTable("mine", { id: int() });\n`,
      /export "mine" \(.*shop\.ts\): it is no model of Postgres/,
      /pg-core/,
    );
  });

  test("a default that the column's type does not accept", async () => {
    await refused(
      'export const t = pg.pgTable("t", { n: pg.integer().default("many" as never) });\n',
      /column t\.n \(export "t" in .*shop\.ts\): Postgres refuses the default 'many' for the type integer: invalid input syntax/,
      /default/,
    );
  });

  test("a default that is changed to one", async () => {
    await refused(
      'export const t = pg.pgTable("t", { n: pg.uuid().default("x") });\n',
      /column t\.n .*Postgres refuses the default 'x' for the type uuid/,
      /default/,
      "CREATE TABLE t (n uuid DEFAULT gen_random_uuid())",
    );
  });

  test("a reference to a table that nobody has", async () => {
    await refused(
      USERS.replace("export ", "") + ORDERS,
      /foreign key orders\.\S+ \(export "orders" in .*shop\.ts\): it refers to the table users, which no schema file exports/,
      /Export the table/,
    );
  });

  test("with the embedded database as well", async () => {
    project.write("schema/shop.ts", IMPORT + USERS.replace("export ", "") + ORDERS);
    const says = /refers to the table users, which no schema file exports/;
    await expectRefused(project, { args: ["check"], code: 2, says, hint: /Export the table/ });
    project.write(
      "schema/shop.ts",
      `${IMPORT}export const t = pg.pgTable("t", { n: pg.date().default("soon") });\n`,
    );
    const refusal = { args: ["check"], code: 2, says: /refuses the default 'soon'/, hint: /default/ };
    await expectRefused(project, refusal);
  });
});

describe("tables that others manage", () => {
  test("in a schema that the models do not use are none of our business", async () => {
    const auth =
      'const auth = pg.pgSchema("auth");\nconst users = auth.table("users", { id: pg.integer().primaryKey() });\n';
    project.write("schema/shop.ts", IMPORT + auth + ORDERS);
    const ended = await project.limbeck(["check"], { env });
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(ended.stdout).toContain("+ table orders");
    expect(ended.stdout).not.toContain("auth");
  });

  test("in a schema of ours are left as they are, with a warning", async () => {
    await database.client.query(
      "CREATE TABLE users (id int PRIMARY KEY, email text); CREATE INDEX ON users (email)",
    );
    project.write("schema/shop.ts", IMPORT + USERS.replace("export ", "") + ORDERS);
    const ended = await project.limbeck(["check"], { env });
    expect(ended.stdout).toMatch(/1 difference .*\n {2}\+ table orders  schema\/shop.ts:4\n$/);
    expect(ended.stderr).toBe(
      'warning: The table users, to which export "orders" refers, is not exported, and is left as it is in the database.\n',
    );
  });

  test("that Limbeck has no word for are left as they are, too", async () => {
    await database.client.query("CREATE TABLE users (id int PRIMARY KEY) PARTITION BY RANGE (id)");
    project.write("schema/shop.ts", IMPORT + USERS.replace("export ", "") + ORDERS);
    const ended = await project.limbeck(["check"], { env });
    expect(ended).toMatchObject({ code: 1, stderr: "" });
    expect(ended.stdout).toContain("+ table orders");
  });
});
