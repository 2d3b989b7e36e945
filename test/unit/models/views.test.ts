import { describe, expect, test } from "vitest";
import { LINES } from "../../support/project.ts";
import { modelsOf, objectsIn } from "../../support/models.ts";
import { objectsOf } from "../../../src/catalog/catalog.ts";

const USERS = `
  const { pgView, pgMaterializedView } = pg;
  export const users = pgTable("users", { id: integer("id").primaryKey(), name: text("name"), at: timestamp("at") });
`;

describe.each(LINES)("views of drizzle-orm %s", (line) => {
  test("say their query with tables, and bound values as literals", async () => {
    const views = await objectsIn(
      "view",
      line,
      `${USERS}
      export const a = pgView("a").as((qb) =>
        qb.select({ id: users.id, one: sql\`\${"it's"} || \${users.name}\`.as("one") }).from(users).where(sql\`\${users.id} in \${[1, 2]}\`));
      export const b = pgView("b", { id: integer("id") }).with({ checkOption: "local", securityBarrier: true, securityInvoker: false })
        .as(sql\`select \${users.id}, \${users.at} > \${new Date(0)} from \${users} ; \`);
      `,
    );
    expect(views.map(({ query }) => query)).toEqual([
      `select "id", 'it''s' || "name" as "one" from "users" where "users"."id" in (1, 2)`,
      `select "users"."id", "users"."at" > '1970-01-01T00:00:00.000Z' from "users"`,
    ]);
    expect(views[1]).toMatchObject({ checkOption: "local", securityBarrier: true, securityInvoker: false });
  });

  test("materialized ones say how they are stored", async () => {
    const [view] = await objectsIn(
      "materializedView",
      line,
      `${USERS}
      export const m = pgSchema("s").materializedView("m").using("heap").tablespace("fast").withNoData()
        .with({ fillfactor: 90, autovacuumEnabled: false, toastTupleTarget: 256 }).as((qb) => qb.select({ id: users.id }).from(users));
      `,
    );
    expect(view).toEqual({
      kind: "materializedView",
      schema: "s",
      name: "m",
      query: 'select "id" from "users"',
      using: "heap",
      tablespace: "fast",
      withNoData: true,
      with: [
        ["fillfactor", "90"],
        ["autovacuum_enabled", "false"],
        ["toast_tuple_target", "256"],
      ],
    });
  });

  test("bring the schema that they lie in, unless they are existing", async () => {
    const models = await modelsOf(
      line,
      `${USERS}
      export const a = pgSchema("s").view("a").as((qb) => qb.select().from(users));
      export const b = pgSchema("other").view("b", { id: integer("id") }).existing();`,
    );
    expect(objectsOf(models, "schema").map(({ name }) => name)).toEqual(["s"]);
  });

  test("existing ones stand for a view or a materialized view", async () => {
    const models = await modelsOf(
      line,
      `${USERS} export const a = pgView("a", { id: integer("id") }).existing();`,
    );
    const found = [...objectsOf(models, "view"), ...objectsOf(models, "materializedView")];
    expect(found).toMatchObject([
      { kind: "view", name: "a", existing: true },
      { kind: "materializedView", name: "a", existing: true },
    ]);
  });

  test("count once when several modules export them", async () => {
    const views = await objectsIn("view", line, "", {
      files: {
        "a.ts": `import { integer, pgTable, pgView } from "drizzle-orm/pg-core";
          export const t = pgTable("t", { id: integer("id") });
          export const v = pgView("v").as((qb) => qb.select().from(t));`,
        "b.ts": `export * from "./a"; export { v as again } from "./a";`,
      },
    });
    expect(views).toHaveLength(1);
  });

  test("an empty query is refused", async () => {
    const text = `${USERS} export const v = pgView("v", { id: integer("id") }).as(sql\` ; \`);`;
    await expect(modelsOf(line, text)).rejects.toMatchObject({ code: "empty-query" });
  });
});

test("the casing of 0.45 reaches what its query builder selects", async () => {
  const views = await objectsIn(
    "view",
    "0.45",
    `const { pgView } = pg;
    export const users = pgTable("users", { userId: integer(), fullName: text(), named: text("keptName") });
    export const a = pgView("a").as((qb) => qb.select().from(users).where(sql\`\${users.userId} > \${"userId"}\`));
    export const b = pgView("b").as((qb) => qb.select({ x: a.userId, y: sql\`upper(\${a.fullName})\`.as("fullName") }).from(a));`,
    { casing: "snake_case" },
  );
  expect(views.map(({ query }) => query)).toEqual([
    `select "user_id", "full_name", "keptName" from "users" where "users"."user_id" > 'userId'`,
    'select "user_id", upper("full_name") as "fullName" from "a"',
  ]);
});
