import { describe, expect, test } from "vitest";
import type { CatalogObject, ObjectOf } from "../../../src/catalog/object.ts";
import { diff, reverse } from "../../../src/diff/diff.ts";
import type { Judge } from "../../../src/diff/judgement.ts";
import { statementsOf } from "../../../src/objects/implementations.ts";
import { call, type Call } from "../../../src/objects/methods.ts";
import { readable } from "../../../src/objects/view/queryText.ts";
import { plan } from "../../../src/plan/plan.ts";
import { catalog, column, literalJudge, table } from "../../support/shapes.ts";

const sqlOf = (made: Call): readonly string[] => statementsOf(made).map(({ sql }) => sql);

describe("the SQL of views", () => {
  test.each<readonly [Call, readonly string[]]>([
    [call("createView", "v", "select 1"), ['CREATE VIEW "public"."v" AS (\nselect 1\n)']],
    [
      call("createView", { schema: "s", name: 'a"b' }, "select 1 -- x", {
        checkOption: "local",
        securityBarrier: true,
        securityInvoker: true,
      }),
      [
        'CREATE VIEW "s"."a""b" WITH (check_option = local, security_barrier = true, security_invoker = true) AS (\nselect 1 -- x\n)',
      ],
    ],
    [call("replaceView", "v", "select 1"), ['CREATE OR REPLACE VIEW "public"."v" AS (\nselect 1\n)']],
    [
      call("alterView", "v", { checkOption: null, securityBarrier: true, securityInvoker: false }),
      [
        'ALTER VIEW "public"."v" SET (security_barrier = true)',
        'ALTER VIEW "public"."v" RESET (check_option, security_invoker)',
      ],
    ],
    [call("dropView", "v"), ['DROP VIEW "public"."v"']],
    [
      call("createMaterializedView", "m", "select 1", {
        using: "heap",
        with: { fillfactor: "90", autovacuum_enabled: "false" },
        tablespace: "fast",
        withNoData: true,
      }),
      [
        `CREATE MATERIALIZED VIEW "public"."m" USING "heap" WITH (fillfactor = '90', autovacuum_enabled = 'false')` +
          ' TABLESPACE "fast" AS (\nselect 1\n) WITH NO DATA',
      ],
    ],
    [
      call("alterMaterializedView", "m", {
        with: { fillfactor: "9", parallel_workers: null },
        tablespace: "x",
      }),
      [
        `ALTER MATERIALIZED VIEW "public"."m" SET (fillfactor = '9')`,
        'ALTER MATERIALIZED VIEW "public"."m" RESET (parallel_workers)',
        'ALTER MATERIALIZED VIEW "public"."m" SET TABLESPACE "x"',
      ],
    ],
    [call("dropMaterializedView", "m"), ['DROP MATERIALIZED VIEW "public"."m"']],
    [call("execute", "COMMENT ON VIEW v IS 'x'"), ["COMMENT ON VIEW v IS 'x'"]],
  ])("%j", (made, sql) => {
    expect(sqlOf(made)).toEqual(sql);
  });
});

const COLUMNS = ["a", "b", "c"].map((name) => ({ name, type: "integer", collation: null }));

function view(name: string, query: string, rest: Partial<ObjectOf<"view">> = {}): ObjectOf<"view"> {
  const options = { checkOption: null, securityBarrier: false, securityInvoker: false };
  return { kind: "view", schema: "public", name, query, ...options, ...rest };
}

const readsA = { uses: [{ kind: "relation" as const, schema: "public", name: "t", columns: ["a"] }] };

const say = ({ method, args }: Call): string => `${method} ${JSON.stringify(args[0])}`;

async function callsBetween(
  from: readonly CatalogObject[],
  to: readonly CatalogObject[],
  judge: Judge = literalJudge,
): Promise<{ readonly up: readonly string[]; readonly down: readonly string[] }> {
  const there = await diff(catalog(...from), catalog(...to), judge);
  const { up, down } = plan(there, reverse(there));
  return { up: up.map(say), down: down.map(say) };
}

const judgeWith =
  (count: number): Judge =>
  async (questions) =>
    questions.map(() => ({ equal: false, columns: COLUMNS.slice(0, count) }));

describe("a changed query", () => {
  const before = view("v", "one", { columns: COLUMNS.slice(0, 2), uses: [] });

  test("is replaced where columns are only added, and made anew on the way back", async () => {
    const { up, down } = await callsBetween([before], [view("v", "two")], judgeWith(3));
    expect({ up, down }).toEqual({ up: ['replaceView "v"'], down: ['dropView "v"', 'createView "v"'] });
  });

  test("is replaced both ways where the columns stay", async () => {
    const { up, down } = await callsBetween([before], [view("v", "two")], judgeWith(2));
    expect({ up, down }).toEqual({ up: ['replaceView "v"'], down: ['replaceView "v"'] });
  });

  test("is made anew where nobody could read it", async () => {
    const { up } = await callsBetween([before], [view("v", "two")]);
    expect(up).toEqual(['dropView "v"', 'createView "v"']);
  });
});

describe("views in the way", () => {
  const base = [table("t"), column("t", "a", "integer"), column("t", "b", "integer")];
  const changed = [table("t"), column("t", "a", "bigint"), column("t", "b", "integer")];
  const onV = { uses: [{ kind: "relation" as const, schema: "public", name: "v", columns: ["a"] }] };
  const views = [view("v", "q", readsA), view("w", "r", onV)];
  const other = view("x", "s", {
    uses: [{ kind: "relation", schema: "public", name: "t", columns: ["b"] }],
  });

  test("step aside with those that read them, and no others", async () => {
    const { up, down } = await callsBetween([...base, ...views, other], [...changed, ...views, other]);
    const expected = ['dropView "w"', 'dropView "v"', 'alterColumn "t"', 'createView "v"', 'createView "w"'];
    expect(up).toEqual(expected);
    expect(down).toEqual(expected);
  });

  test("get back what Drizzle cannot say, as far as they have the column", async () => {
    const extras = [
      { sql: "whole", columns: [] },
      { sql: "of a", columns: ["a"] },
      { sql: "of b", columns: ["b"] },
    ];
    const from = view("v", "one", { ...readsA, columns: COLUMNS.slice(0, 2), extras });
    const { up, down } = await callsBetween([from], [view("v", "two")], judgeWith(1));
    expect(up).toEqual(['dropView "v"', 'createView "v"', 'execute "whole"', 'execute "of a"']);
    expect(down).toEqual(['replaceView "v"', 'execute "of b"']);
  });
});

describe("existing views", () => {
  const theirs = view("v", "", { existing: true });

  test("are neither created, dropped nor compared", async () => {
    const nothing = { up: [], down: [] };
    expect(await callsBetween([], [theirs])).toEqual(nothing);
    expect(await callsBetween([view("v", "q", { checkOption: "local" })], [theirs])).toEqual(nothing);
  });
});

describe("a query on one long line", () => {
  const long = `select "id", (select max(x) from "y" where z) as "where it is", ' from ' from "t" left join "u" on true where "a" = 1 group by "id"`;

  test("is broken before its clauses, outside parentheses and strings", () => {
    expect(readable(long).split("\n")).toEqual([
      `select "id", (select max(x) from "y" where z) as "where it is", ' from '`,
      'from "t"',
      'left join "u" on true',
      'where "a" = 1',
      'group by "id"',
    ]);
  });

  test("stays where it is short, or broken already", () => {
    expect(readable("select a from b")).toBe("select a from b");
    expect(readable(`${long}\n`)).toBe(`${long}\n`);
  });
});
