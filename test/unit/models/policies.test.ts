import { describe, expect, test } from "vitest";
import { surroundingsOf, schemasIn } from "../../../src/diff/scope.ts";
import { modelsOf, objectsIn } from "../../support/models.ts";
import { LINES } from "../../support/project.ts";

const EXTRA = "const { pgPolicy, pgRole } = pg;\n";

describe.each(LINES)("drizzle %s: policies", (line) => {
  test("every attribute, said or not", async () => {
    const text = `${EXTRA}const admin = pgRole("Admin");
      export const t = pgTable("t", { id: integer(), name: text() }, (t) => [
        pgPolicy("a"),
        pgPolicy("b", { as: "restrictive", for: "update", to: [admin, "z", "b", admin], using: sql\`\${t.id} > \${5}\`, withCheck: sql\`\${t.name} = 'x'\` }),
        pgPolicy("c", { to: admin }),
        pgPolicy("d", { to: ["x", "public"] }),
        pgPolicy("e", { to: "current_user" }),
      ]);`;
    const plain = { kind: "policy", schema: "public", table: "t", permissive: true, command: "all" };
    const open = { using: null, withCheck: null };
    expect(await objectsIn("policy", line, text)).toEqual([
      { ...plain, name: "a", roles: ["public"], ...open },
      {
        ...plain,
        name: "b",
        permissive: false,
        command: "update",
        roles: ["Admin", "b", "z"],
        using: '"t"."id" > 5',
        withCheck: `"t"."name" = 'x'`,
      },
      { ...plain, name: "c", roles: ["Admin"], ...open },
      { ...plain, name: "d", roles: ["public"], ...open },
      { ...plain, name: "e", roles: ["current_user"], ...open },
    ]);
  });

  test("columns keep their tables, so that subqueries mean what they say", async () => {
    const text = `${EXTRA}export const app = pgSchema("app");
      export const orgs = app.table("orgs", { id: integer() });
      export const t = app.table("t", { id: integer(), org: integer() }, (t) => [
        pgPolicy("p", { using: sql\`exists (select 1 from \${orgs} where \${orgs.id} = \${t.org})\` })]);`;
    const [policy] = await objectsIn("policy", line, text);
    expect(policy?.using).toBe(
      'exists (select 1 from "app"."orgs" where "app"."orgs"."id" = "app"."t"."org")',
    );
  });

  test("a policy turns row-level security on, and so does the table", async () => {
    const text = `${EXTRA}export const a = pgTable("a", { id: integer() });
      export const b = pgTable("b", { id: integer() }).enableRLS();
      export const c = pgTable("c", { id: integer() }, () => [pgPolicy("p")]);
      export const d = pgTable("d", { id: integer() });
      export const linked = pgPolicy("p").link(d);
      export const e = pgTable.withRLS?.("e", { id: integer() });`;
    const found = await objectsIn("rowSecurity", line, text);
    expect(found.map(({ table }) => table)).toEqual(line === "1.0" ? ["b", "c", "d", "e"] : ["b", "c", "d"]);
  });

  test("a table that is only linked to is no table of the models", async () => {
    const text = `${EXTRA}import { realtimeMessages } from "drizzle-orm/supabase";
      export const t = pgTable("t", { id: integer() });
      export const own = pgPolicy("own", { using: sql\`\${realtimeMessages.topic} = 'x'\` }).link(realtimeMessages);`;
    const catalog = await modelsOf(line, text);
    expect([...catalog.objects.keys()]).toEqual([
      "table public.t",
      "column public.t.id",
      "policy realtime.messages.own",
    ]);
    expect(schemasIn(catalog)).toEqual(["public"]);
    expect(surroundingsOf(catalog)).toEqual({
      tables: [{ schema: "realtime", name: "messages" }],
      shared: [],
    });
  });

  test.each([
    ["policy-without-table", 'export const p = pgPolicy("p");'],
    ["policy-roles", 'export const t = pgTable("t", { id: integer() }, () => [pgPolicy("p", { to: [] })]);'],
    ["policy-roles", 'export const t = pgTable("t", { id: integer() }, () => [pgPolicy("p", { to: [5] })]);'],
    [
      "policy-without-sql",
      'export const t = pgTable("t", { id: integer() }, () => [pgPolicy("p", { using: "a" })]);',
    ],
    [
      "duplicate-object",
      'export const t = pgTable("t", { id: integer() }, () => [pgPolicy("p"), pgPolicy("p")]);',
    ],
  ])("%s is an error", async (code, text) => {
    await expect(modelsOf(line, EXTRA + text)).rejects.toMatchObject({ code });
  });

  test("a policy that is exported and in a table counts once", async () => {
    const text = `${EXTRA}export const p = pgPolicy("p");
      export const t = pgTable("t", { id: integer() }, () => [p]);`;
    expect(await objectsIn("policy", line, text)).toHaveLength(1);
  });
});

describe.each(LINES)("drizzle %s: roles", (line) => {
  const text = `${EXTRA}export const a = pgRole("a", { createDb: true, inherit: false });
    export const b = pgRole("b").existing();
    export const t = pgTable("t", { id: integer() }, () => [pgPolicy("p", { to: [a, b, "c", "current_user"] })]);`;

  test("are read where they are asked for", async () => {
    expect(await objectsIn("role", line, text)).toEqual([]);
    const catalog = await modelsOf(line, text, { roles: { include: [], exclude: [] } });
    expect([...catalog.objects.values()].filter(({ kind }) => kind === "role")).toEqual([
      { kind: "role", name: "a", createDb: true, createRole: false, inherit: false },
    ]);
    expect([...(catalog.existing ?? [])]).toEqual(["role b", "role c"]);
    expect(schemasIn(catalog)).toEqual(["public"]);
    expect(surroundingsOf(catalog)).toEqual({ tables: [], shared: ["a"] });
  });
});
