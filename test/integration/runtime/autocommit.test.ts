import { expect, test } from "vitest";
import type { MigrationBody, Operations } from "../../../src/op.ts";
import type { RevisionGraph } from "../../../src/revisions/graph.ts";
import { downgradeDatabase, upgradeDatabase } from "../../../src/runtime/apply.ts";
import { readCurrent } from "../../../src/runtime/current.ts";
import { stampDatabase } from "../../../src/runtime/stamp.ts";
import { eachMajor } from "../../support/database.ts";
import { doomed, threeParts } from "./faults.ts";
import { chainOf, everywhere, serverPlace } from "./setup.ts";

/** Divides in its block, and afterwards uses what it had asked before. */
const asking =
  (divisor: number): MigrationBody =>
  async (op: Operations): Promise<void> => {
    op.execute("create table t (id int)");
    op.execute("insert into t values (7)");
    const rows = await op.query<{ id: number }>("select id from t");
    op.autocommit((inner) => inner.execute(`select 1/${divisor}`));
    op.execute(`insert into t values (${rows[0]?.id} + 1)`);
  };

/** Divides in a block on the way down. */
const dividing = (divisor: number): RevisionGraph =>
  chainOf({
    up: "create table t ()",
    down: (op) => {
      op.autocommit((inner) => (inner.execute("create table half ()"), inner.execute(`select 1/${divisor}`)));
      op.execute("drop table t, half");
    },
  });

everywhere("an autocommit block", (open) => {
  test("runs what cannot run in a transaction, between what can", async () => {
    await using place = await open();
    const graph = threeParts((op) => {
      op.execute("create index concurrently i on before (id)");
      op.execute("create type mood as enum ('sad'); alter type mood add value 'ok'");
      op.execute("vacuum before");
    }, "create table after (m mood default 'ok')");
    const report = await upgradeDatabase(place.session, graph, "head");
    expect(report.steps).toMatchObject([{ revision: "0001", statements: 6, resumed: false }]);
    expect(await place.tables()).toEqual(["after", "before"]);
    expect(await place.log()).toMatchObject([
      { direction: null, statements: null, statements_hash: null, running: null },
    ]);
    expect(await place.locks()).toBe(0);
  });

  test("leaves the session's settings as they were", async () => {
    await using place = await open();
    await place.session.execute("set timezone = 'Asia/Tokyo'");
    const seen =
      "create table seen as select current_setting('TimeZone') as zone, current_setting('lock_timeout') as lock";
    const graph = threeParts((op) => (op.execute("vacuum"), op.execute(seen)));
    await upgradeDatabase(place.session, graph, "head");
    expect(await place.query("select * from seen")).toEqual([{ zone: "UTC", lock: "3s" }]);
    const sql = "select current_setting('TimeZone') as zone, current_setting('lock_timeout') as lock";
    expect(await place.session.query(sql)).toEqual([{ zone: "Asia/Tokyo", lock: "0" }]);
  });

  test("that fails leaves what was committed, says so, and is taken up again", async () => {
    await using place = await open();
    const broken = threeParts((op) => (op.execute("create table inside ()"), op.execute("select 1/0")));
    await expect(upgradeDatabase(place.session, broken, "head")).rejects.toMatchObject({
      exitCode: 5,
      hint: expect.stringContaining("the next run continues after it"),
      data: { outcome: "unfinished" },
    });
    expect(await place.tables()).toEqual(["before", "inside"]);
    expect((await readCurrent(place.session, broken)).unfinished).toMatchObject({
      revision: "0001",
      direction: "up",
      statements: 2,
      remedy: "`limbeck upgrade 0001` finishes it.",
    });
    const mended = threeParts((op) => (op.execute("create table inside ()"), op.execute("select 1/1")));
    const report = await upgradeDatabase(place.session, mended, "head");
    expect(report.steps).toMatchObject([{ resumed: true, statements: 2 }]);
    expect(await place.tables()).toEqual(["after", "before", "inside"]);
    await downgradeDatabase(
      place.session,
      chainOf({ up: "", down: "drop table before, inside, after" }),
      "base",
    );
  });

  test("is not taken up where what it did has changed", async () => {
    await using place = await open();
    await expect(
      upgradeDatabase(
        place.session,
        threeParts((op) => op.execute("select 1/0")),
        "head",
      ),
    ).rejects.toThrow();
    const changed = chainOf({ up: (op) => op.execute("create table other ()") });
    await expect(upgradeDatabase(place.session, changed, "head")).rejects.toMatchObject({
      code: "revision-changed-unfinished",
      exitCode: 3,
    });
    const empty = chainOf({ up: () => undefined });
    await expect(upgradeDatabase(place.session, empty, "head")).rejects.toMatchObject({
      code: "revision-changed-unfinished",
    });
    expect(await place.tables()).toEqual(["before"]);
  });

  test("left unfinished stands in the way of anything else, until it is stamped", async () => {
    await using place = await open();
    const graph = threeParts((op) => op.execute("select 1/0"));
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toThrow();
    await expect(downgradeDatabase(place.session, graph, "base")).rejects.toMatchObject({
      code: "revision-unfinished",
      exitCode: 4,
    });
    await stampDatabase(place.session, graph, ["0001"]);
    expect(await readCurrent(place.session, graph)).toMatchObject({ atHead: true, unfinished: null });
  });

  test("asks again what it had asked before, when it is taken up", async () => {
    await using place = await open();
    await expect(upgradeDatabase(place.session, chainOf({ up: asking(0) }), "head")).rejects.toThrow();
    await upgradeDatabase(place.session, chainOf({ up: asking(1) }), "head");
    expect(await place.query("select id from t order by 1")).toEqual([{ id: 7 }, { id: 8 }]);
  });

  test("is not taken up where a query before it would write again", async () => {
    await using place = await open();
    const graph = chainOf({
      up: async (op) => {
        op.execute("create table t (id int)");
        await op.query("insert into t values (1) returning id");
        op.autocommit((inner) => inner.execute("select 1/0"));
      },
    });
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toThrow();
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject({
      code: "revision-cannot-resume",
      exitCode: 3,
    });
    expect(await place.query("select id from t")).toEqual([{ id: 1 }]);
  });

  test("left unfinished on the way down is finished by going down", async () => {
    await using place = await open();
    await upgradeDatabase(place.session, dividing(0), "head");
    await expect(downgradeDatabase(place.session, dividing(0), "base")).rejects.toThrow();
    await expect(upgradeDatabase(place.session, dividing(0), "head")).rejects.toMatchObject({
      code: "revision-unfinished",
    });
    expect((await downgradeDatabase(place.session, dividing(1), "base")).steps).toMatchObject([
      { resumed: true },
    ]);
    expect([await place.tables(), await place.versions(), await place.log()]).toEqual([[], [], []]);
  });
});

eachMajor("a concurrent index", (major) => {
  const withDuplicates = chainOf({
    up: (op) => {
      op.execute("create table t (id int)");
      op.execute("insert into t values (1), (1)");
      op.autocommit((inner) => inner.execute("create unique index concurrently if not exists i on t (id)"));
    },
  });

  test("that failed is dropped and built anew", async () => {
    await using place = await serverPlace(major);
    await expect(upgradeDatabase(place.session, withDuplicates, "head")).rejects.toMatchObject({
      data: { sqlstate: "23505" },
    });
    expect(await place.query("select indisvalid from pg_index where indexrelid = 'i'::regclass")).toEqual([
      { indisvalid: false },
    ]);
    await place.query("delete from t where ctid = '(0,1)'");
    await upgradeDatabase(place.session, withDuplicates, "head");
    expect(await place.query("select indisvalid from pg_index where indexrelid = 'i'::regclass")).toEqual([
      { indisvalid: true },
    ]);
  });

  test.each(["before", "after"] as const)("whose runner died %s it was built is there once", async (when) => {
    await using place = await serverPlace(major);
    const graph = threeParts((op) => op.execute("create index concurrently i on before (id)"));
    // The second attempt at the statement is the one outside a transaction.
    let seen = 0;
    const second = (sql: string): boolean => sql.includes("concurrently i") && (seen += 1) === 2;
    const session = await doomed(place, second, when);
    await expect(upgradeDatabase(session, graph, "head")).rejects.toMatchObject({ exitCode: 5 });
    expect((await readCurrent(place.session, graph)).unfinished).toMatchObject({ statements: 1 });
    const report = await upgradeDatabase(place.session, graph, "head");
    expect(report.steps).toMatchObject([{ resumed: true }]);
    expect(await place.query("select indisvalid from pg_index where indexrelid = 'i'::regclass")).toEqual([
      { indisvalid: true },
    ]);
    expect(await place.tables()).toEqual(["after", "before"]);
  });

  test("that somebody else left invalid does not pass for built", async () => {
    await using place = await serverPlace(major);
    const build = "create index concurrently if not exists i on t (id)";
    const graph = chainOf(
      { up: "create table t (id int)" },
      { up: (op) => op.autocommit(() => op.execute(build)) },
    );
    await upgradeDatabase(place.session, graph, "0001");
    await place.query("insert into t values (1), (1)");
    await expect(place.query("create unique index concurrently i on t (id)")).rejects.toThrow();
    await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject({
      code: "index-invalid",
      exitCode: 5,
    });
    await upgradeDatabase(place.session, graph, "head");
    expect(
      await place.query("select indisvalid, indisunique from pg_index where indexrelid = 'i'::regclass"),
    ).toEqual([{ indisvalid: true, indisunique: false }]);
  });

  test("whose runner died after it was dropped is gone", async () => {
    await using place = await serverPlace(major);
    const graph = threeParts((op) => {
      op.execute("create index i on before (id)");
      op.execute("drop index concurrently i");
    });
    let seen = 0;
    const second = (sql: string): boolean => sql.startsWith("drop index") && (seen += 1) === 2;
    await expect(upgradeDatabase(await doomed(place, second, "after"), graph, "head")).rejects.toThrow();
    expect((await upgradeDatabase(place.session, graph, "head")).after).toEqual(["0001"]);
    expect(await place.tables()).toEqual(["after", "before"]);
  });
});
