import { describe, expect, test } from "vitest";
import type { Operations } from "../../../src/op.ts";
import { buildGraph } from "../../../src/revisions/graph.ts";
import { downgradeDatabase, upgradeDatabase } from "../../../src/runtime/apply.ts";
import { readCurrent } from "../../../src/runtime/current.ts";
import type { RunEvent } from "../../../src/runtime/run.ts";
import { ensureVersion } from "../../../src/runtime/stamp.ts";
import { fingerprint } from "../../support/fingerprint.ts";
import { chainOf, everywhere, revisionOf, somewhere, tables, watched } from "./setup.ts";

everywhere("a run", (open) => {
  test("goes up and down, and keeps its books", async () => {
    await using place = await open();
    const graph = tables();
    const up = await upgradeDatabase(place.session, graph, "head");
    expect(up).toMatchObject({ direction: "up", before: [], after: ["0003"], warnings: [] });
    expect(up.steps.map(({ revision, statements }) => [revision, statements])).toEqual([
      ["0001", 1],
      ["0002", 1],
      ["0003", 1],
    ]);
    expect(await place.tables()).toEqual(["t1", "t2", "t3"]);
    expect(await place.versions()).toEqual(["0003"]);
    expect(await place.log()).toMatchObject([
      { revision: "0001", checksum: "checksum of 0001", direction: null, running: null },
      { revision: "0002" },
      { revision: "0003" },
    ]);
    const down = await downgradeDatabase(place.session, graph, "-2");
    expect(down.steps.map(({ revision }) => revision)).toEqual(["0003", "0002"]);
    expect(await place.tables()).toEqual(["t1"]);
    expect(await place.versions()).toEqual(["0001"]);
    await downgradeDatabase(place.session, graph, "base");
    expect([await place.tables(), await place.versions(), await place.log()]).toEqual([[], [], []]);
  });

  test("a second upgrade writes nothing", async () => {
    await using place = await open();
    await upgradeDatabase(place.session, tables(), "head");
    const statements: string[] = [];
    const report = await upgradeDatabase(watched(place.session, statements), tables(), "head");
    expect(report).toMatchObject({ before: ["0003"], after: ["0003"], steps: [] });
    expect(statements).toHaveLength(2);
    expect(statements.every((sql) => sql.startsWith("SELECT"))).toBe(true);
  });

  test("a failing statement rolls its revision back and keeps the earlier ones", async () => {
    await using place = await open();
    const graph = chainOf(
      { up: "create table t1 (id int)" },
      { up: (op) => (op.execute("create table t2 (id int)"), op.execute("insert into nowhere values (1)")) },
    );
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject({
      code: "statement-failed",
      exitCode: 5,
      message: expect.stringMatching(
        /^Revision 0002 .*relation "nowhere" does not exist \(SQLSTATE 42P01\)\n {2}statement: insert into nowhere/,
      ),
      hint: expect.stringMatching(/^Nothing of it remains, and 0001 stays applied/),
      data: {
        revision: "0002",
        sqlstate: "42P01",
        position: "13",
        outcome: "rolled-back",
        applied: ["0001"],
      },
    });
    expect([await place.tables(), await place.versions()]).toEqual([["t1"], ["0001"]]);
    expect(await place.locks()).toBe(0);
  });

  test("a deferred constraint that fails at COMMIT fails the revision", async () => {
    await using place = await open();
    const graph = chainOf({
      up: `create table p (id int primary key); create table c (id int references p deferrable initially deferred);
        insert into c values (1)`,
    });
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject({
      exitCode: 5,
      data: { sqlstate: "23503" },
    });
    expect(await place.tables()).toEqual([]);
  });

  test("queries see what came before, and what follows sees their rows", async () => {
    await using place = await open();
    const graph = chainOf({
      up: async (op) => {
        op.execute("create table t (id int, name text)");
        op.execute("insert into t values (1, 'a'), (2, 'b')");
        const rows = await op.query<{ id: number }>("select id from t where name = $1", ["b"]);
        op.execute(`delete from t where id <> ${rows[0]?.id}`);
      },
    });
    await upgradeDatabase(place.session, graph, "head");
    expect(await place.query("select * from t")).toEqual([{ id: 2, name: "b" }]);
  });

  test("settings are pinned within, and the session's own after", async () => {
    await using place = await open();
    await place.session.execute(
      "set timezone = 'Asia/Tokyo'; set statement_timeout = '50s'; set search_path = public, pg_temp",
    );
    let seen: object | undefined;
    const sql = `select current_setting('TimeZone') as zone, current_setting('lock_timeout') as lock,
      current_setting('statement_timeout') as statement, current_setting('row_security') as rls, current_setting('search_path') as path`;
    const graph = chainOf({ up: async (op) => void ([seen] = await op.query(sql)) });
    await upgradeDatabase(place.session, graph, "head", { lockTimeoutMs: 2500 });
    expect(seen).toEqual({
      zone: "UTC",
      lock: "2500ms",
      statement: "0",
      rls: "off",
      path: "public, pg_temp",
    });
    expect(await place.session.query(sql)).toEqual([
      { zone: "Asia/Tokyo", lock: "0", statement: "50s", rls: "on", path: "public, pg_temp" },
    ]);
  });

  test("a search_path that one migration sets does not reach the next", async () => {
    await using place = await open();
    const graph = chainOf(
      { up: "select pg_catalog.set_config('search_path', '', false)" },
      { up: "create table t1 ()" },
    );
    await upgradeDatabase(place.session, graph, "head");
    expect(await place.tables()).toEqual(["t1"]);
  });

  test("a version row that the migration itself changes fails it", async () => {
    await using place = await open();
    const graph = chainOf({ up: "" }, { up: "create table t (); delete from limbeck_version" });
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject({
      code: "version-row-mismatch",
      exitCode: 4,
    });
    expect([await place.tables(), await place.versions()]).toEqual([[], ["0001"]]);
  });

  test("a COMMIT that is answered with ROLLBACK is a failure", async () => {
    await using place = await open();
    await ensureVersion(place.session);
    const swallowed = {
      ...place.session,
      execute: (sql: string) => place.session.execute(sql === "COMMIT" ? "ROLLBACK" : sql),
    };
    await expect(upgradeDatabase(swallowed, tables(), "head")).rejects.toMatchObject({
      code: "commit-rolled-back",
      exitCode: 5,
    });
    expect(await place.tables()).toEqual([]);
  });

  test("the version table may lie in a schema that is made for it", async () => {
    await using place = await open();
    const versionTable = { schema: 'my "ops"', name: "Versions" };
    await upgradeDatabase(place.session, tables(1), "head", { versionTable });
    expect(await place.query('select revision from "my ""ops"""."Versions"')).toEqual([{ revision: "0001" }]);
    expect(await place.query('select revision from "my ""ops"""."Versions_log"')).toEqual([
      { revision: "0001" },
    ]);
    expect((await readCurrent(place.session, tables(2), versionTable)).missing.map(({ id }) => id)).toEqual([
      "0002",
    ]);
  });

  test("branches have a row each, a merge has one", async () => {
    await using place = await open();
    const [root, left] = [
      revisionOf(1, { up: "create table t1 ()" }),
      revisionOf(2, { up: "create table t2 ()" }),
    ];
    const right = revisionOf(3, { up: "create table t3 ()" }, { downRevisions: ["0001"] });
    const merge = revisionOf(4, { up: "" }, { downRevisions: ["0002", "0003"] });
    const graph = buildGraph([root, left, right, merge]);
    await upgradeDatabase(place.session, graph, "0002");
    await upgradeDatabase(place.session, graph, "0003");
    expect(await place.versions()).toEqual(["0002", "0003"]);
    await upgradeDatabase(place.session, graph, "head");
    expect(await place.versions()).toEqual(["0004"]);
    await downgradeDatabase(place.session, graph, "-1");
    expect(await place.versions()).toEqual(["0002", "0003"]);
  });

  test("down leaves what was there, but for the books", async () => {
    await using place = await open();
    const excludeTables = ["public.limbeck_version", "public.limbeck_version_log"];
    const before = await fingerprint(place.query, { excludeTables });
    await upgradeDatabase(place.session, tables(), "head");
    await downgradeDatabase(place.session, tables(), "base");
    expect(await fingerprint(place.query, { excludeTables })).toEqual(before);
  });

  test("events tell what happens", async () => {
    await using place = await open();
    const events: RunEvent[] = [];
    await upgradeDatabase(place.session, tables(1), "head", { onStep: (event) => events.push(event) });
    expect(events).toMatchObject([
      { type: "start", resumed: false, step: { revision: { id: "0001" } } },
      { type: "statement", sql: "create table t1 (id int primary key)" },
      { type: "done" },
    ]);
  });
});

somewhere("a body", (open) => {
  test.each([
    ["COMMIT", "create table t (id int); commit"],
    ["ROLLBACK", "rollback"],
    ["BEGIN", "insert into x values (';'); -- no\n begin"],
  ])("with %s is refused, and nothing is kept", async (command, sql) => {
    await using place = await open();
    await expect(upgradeDatabase(place.session, chainOf({ up: sql }), "head")).rejects.toMatchObject({
      code: "transaction-control",
      exitCode: 3,
      message: expect.stringContaining(`contains ${command}`),
    });
    expect(await place.tables()).toEqual([]);
  });

  test("that leaves its transaction all the same is found out", async () => {
    await using place = await open();
    // Through the session, behind the runner's back.
    const leave = async (op: Operations): Promise<void> => {
      await op.query("select 1");
      await place.session.execute("commit");
    };
    await expect(upgradeDatabase(place.session, chainOf({ up: leave }), "head")).rejects.toMatchObject({
      code: "transaction-left",
      exitCode: 5,
    });
  });

  test("without down cannot be undone, which is said before anything is", async () => {
    await using place = await open();
    const first = revisionOf(1, { up: "create table t1 ()" }, { down: undefined });
    const graph = buildGraph([first, revisionOf(2, { up: "create table t2 ()", down: "drop table t2" })]);
    await upgradeDatabase(place.session, graph, "head");
    await expect(downgradeDatabase(place.session, graph, "base")).rejects.toMatchObject({
      code: "revision-no-down",
      exitCode: 3,
    });
    expect(await place.tables()).toEqual(["t1", "t2"]);
  });
});

somewhere("a transaction that the caller opened", (open) => {
  test("is used, and neither committed nor changed", async () => {
    await using place = await open();
    await place.session.execute("begin; set local timezone = 'Asia/Tokyo'");
    await upgradeDatabase(place.session, tables(), "head");
    const [row] = await place.session.query(
      "select current_setting('TimeZone') as zone, count(*)::int as n from limbeck_version_log",
    );
    expect(row).toEqual({ zone: "Asia/Tokyo", n: 3 });
    await place.session.execute("rollback");
    expect(await place.tables()).toEqual([]);
    expect(await place.query("select to_regclass('limbeck_version') as t")).toEqual([{ t: null }]);
  });

  test("survives a migration that fails", async () => {
    await using place = await open();
    await place.session.execute("begin; create table mine ()");
    const graph = chainOf({ up: "create table t1 ()" }, { up: "create table t1 ()" });
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject({ exitCode: 5 });
    expect(await place.session.execute("commit")).toBe("COMMIT");
    expect(await place.tables()).toEqual(["mine", "t1"]);
    expect(await place.versions()).toEqual(["0001"]);
  });

  test("has no room for autocommit", async () => {
    await using place = await open();
    await place.session.execute("begin");
    const graph = chainOf({ up: (op) => op.autocommit((inner) => inner.execute("select 1")) });
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject({
      code: "autocommit-in-transaction",
      exitCode: 2,
    });
    await place.session.execute("rollback");
  });
});

describe("the name of a version table", () => {
  test("leaves room for the log's", async () => {
    const session = { query: () => Promise.reject(new Error("not reached")) } as never;
    const versionTable = { schema: "public", name: "x".repeat(60) };
    await expect(upgradeDatabase(session, tables(), "head", { versionTable })).rejects.toMatchObject({
      code: "version-table-name",
    });
  });
});
