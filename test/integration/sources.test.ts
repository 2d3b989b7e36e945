import { expect, test } from "vitest";
import { check, diffSides } from "../../src/index.ts";
import { configured } from "../support/configured.ts";
import { createDatabase, eachMajor } from "../support/database.ts";
import { LINES } from "../support/project.ts";

eachMajor("differences", (major) => {
  test("say where the models declare what differs, from the working directory", async () => {
    await using database = await createDatabase(major);
    await database.query(`CREATE TABLE orders (id int PRIMARY KEY, total int, gone int);
      CREATE INDEX orders_gone ON orders (gone); CREATE TABLE more (id int)`);
    const project = configured(LINES[major % 2] ?? "0.45", database, {
      models: 'export * from "./deep/orders.ts"; export { users as people } from "./deep/users.ts";',
    });
    project.write(
      "deep/orders.ts",
      `import { bigint, integer, pgTable } from "drizzle-orm/pg-core";\n\n// The orders.
export const orders = pgTable("orders", {\n  id: integer("id").primaryKey(),\n  total: bigint("total", { mode: "number" }),\n});\n`,
    );
    project.write(
      "deep/users.ts",
      `import { integer, pgTable } from "drizzle-orm/pg-core";\nexport const users = pgTable("users", { id: integer("id") });\n`,
    );
    const orders = { file: "orders.ts", line: 4, export: "orders" };
    const { differences } = await check({ cwd: project.path("deep"), env: { DATABASE_URL: database.url } });
    expect(differences.map(({ object, source }) => [object, source])).toEqual([
      ["table more", undefined],
      ["column orders.gone", orders],
      ["column orders.total", orders],
      ["index orders_gone", orders],
      ["table users", { file: "users.ts", line: 2, export: "people" }],
    ]);

    const back = { cwd: project.dir, env: { DATABASE_URL: database.url }, from: "models", to: "database" };
    const { differences: turned } = await diffSides(back);
    expect(turned.find(({ object }) => object === "table users")?.source).toEqual({
      file: "deep/users.ts",
      line: 2,
      export: "people",
    });
  });
});
