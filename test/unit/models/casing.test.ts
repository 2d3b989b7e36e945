import { describe, expect, test } from "vitest";
import { modelsOf, objectsIn } from "../../support/models.ts";

describe("casing of 0.45", () => {
  const text = `export const t = pgTable("t", { id: integer().primaryKey(), emailAddr: text().unique(), "Kept": text("Kept"), otherId: integer().references(() => u.userId) },
      (t) => [index().on(t.emailAddr), check("c", sql\`\${t.emailAddr} <> ''\`), unique().on(t.emailAddr, t.otherId), uniqueIndex("x").on(sql\`lower(\${t.emailAddr})\`)]);
    export const u = pgTable("u", { userId: integer() }, (t) => [primaryKey({ columns: [t.userId] })]);`;

  test("snake_case", async () => {
    const { objects } = await modelsOf("0.45", text, { casing: "snake_case" });
    expect([...objects.keys()]).toEqual([
      "table public.t",
      "table public.u",
      "column public.t.id",
      "column public.t.email_addr",
      'column public.t."Kept"',
      "column public.t.other_id",
      "column public.u.user_id",
      "primaryKey public.t",
      "primaryKey public.u",
      // drizzle-kit 0.31 makes the names of uniques from the keys, those of other constraints from the columns.
      'unique public.t."t_emailAddr_otherId_unique"',
      'unique public.t."t_emailAddr_unique"',
      "check public.t.c",
      "index public.t_email_addr_index",
      "index public.x",
      "foreignKey public.t.t_other_id_u_user_id_fk",
    ]);
    expect([...objects.values()]).toContainEqual(
      expect.objectContaining({ kind: "check", expression: "\"email_addr\" <> ''" }),
    );
    expect([...objects.values()]).toContainEqual(
      expect.objectContaining({ kind: "primaryKey", name: "u_user_id_pk" }),
    );
  });

  test("camelCase, and none", async () => {
    const snake = 'export const t = pgTable("t", { user_id: integer(), other: integer("other_one") });';
    const names = async (casing?: "camelCase"): Promise<readonly string[]> =>
      (await objectsIn("column", "0.45", snake, casing === undefined ? {} : { casing })).map(
        ({ name }) => name,
      );
    expect(await names("camelCase")).toEqual(["userId", "other_one"]);
    expect(await names()).toEqual(["user_id", "other_one"]);
  });
});

test("casing of 1.0 is said in the models, and the option says nothing", async () => {
  const text = `export const t = pg.snakeCase.table("t", { emailAddr: text().unique() }); export const u = pgTable("u", { emailAddr: text() });`;
  const found = await objectsIn("column", "1.0", text, { casing: "snake_case" });
  expect(found.map(({ name }) => name)).toEqual(["email_addr", "emailAddr"]);
  expect((await objectsIn("unique", "1.0", text)).map(({ name }) => name)).toEqual(["t_email_addr_key"]);
});
