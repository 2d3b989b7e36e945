import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { Session } from "../../../src/database/session.ts";
import type { Operations } from "../../../src/op.ts";
import { downgradeDatabase, upgradeDatabase } from "../../../src/runtime/apply.ts";
import { lockKey } from "../../../src/runtime/lock.ts";
import type { RunEvent } from "../../../src/runtime/run.ts";
import { DEFAULT_VERSION_TABLE } from "../../../src/runtime/versionTable.ts";
import { eachMajor, majors } from "../../support/database.ts";
import { chainOf, embeddedPlace, serverPlace, tables } from "./setup.ts";

const newest = majors().at(-1) ?? 17;

eachMajor("eight runners at once", (major) => {
  test("apply each revision once, whatever it is", async () => {
    await using place = await serverPlace(major);
    const graph = chainOf(
      { up: "create table t (id int); create table runs (id int)" },
      { up: (op) => op.autocommit((inner) => inner.execute("create index concurrently i on t (id)")) },
      { up: "insert into runs values (1)" },
      { up: "insert into runs values (2)" },
    );
    const sessions = await Promise.all(Array.from({ length: 8 }, () => place.another()));
    const reports = await Promise.all(sessions.map((session) => upgradeDatabase(session, graph, "head")));
    const applied = reports.flatMap(({ steps }) => steps.map(({ revision }) => revision));
    expect(applied.toSorted()).toEqual(["0001", "0002", "0003", "0004"]);
    expect(reports.every(({ after }) => after[0] === "0004")).toBe(true);
    expect(await place.query("select id from runs order by id")).toEqual([{ id: 1 }, { id: 2 }]);
    expect(await place.query("select indisvalid from pg_index where indexrelid = 'i'::regclass")).toEqual([
      { indisvalid: true },
    ]);
  });
});

test("runners up and down by turns end where the last one says", async () => {
  await using place = await serverPlace(newest);
  const sessions = await Promise.all(Array.from({ length: 6 }, () => place.another()));
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(
      sessions.map((session, index) => {
        const run = index % 2 === 0 ? upgradeDatabase : downgradeDatabase;
        return run(session, tables(), index % 2 === 0 ? "head" : "base");
      }),
    );
    const versions = await place.versions();
    expect(await place.tables()).toEqual(versions.length === 0 ? [] : ["t1", "t2", "t3"]);
  }
});

const keyOf = async (session: Session): Promise<string> => {
  const [row] = await session.query("select current_database()::text as name");
  return lockKey(String(row?.["name"]), DEFAULT_VERSION_TABLE);
};

async function pidOf(session: Session): Promise<number> {
  const [row] = await session.query("select pg_backend_pid() as pid");
  return Number(row?.["pid"]);
}

describe("the lock", () => {
  test("of another connection is waited for, and its holder named", async () => {
    await using place = await serverPlace(newest);
    const other = await place.another();
    await other.query("select pg_advisory_lock($1::bigint)", [await keyOf(other)]);
    const pid = await pidOf(other);
    const events: RunEvent[] = [];
    const run = upgradeDatabase(place.session, tables(), "head", {
      lockWaitMs: 150,
      onStep: (event) => events.push(event),
    });
    await expect(run).rejects.toMatchObject({
      code: "lock-held",
      exitCode: 4,
      message: expect.stringMatching(
        new RegExp(`process ${pid}, limbeck, connected for \\d+ s; waited 0.2 s`),
      ),
      hint: expect.stringContaining(`pg_terminate_backend(${pid})`),
    });
    expect(events).toMatchObject([{ type: "lock-wait", holder: { pid: pid } }]);
    expect(await place.tables()).toEqual([]);
  });

  test("is taken as soon as it is free", async () => {
    await using place = await serverPlace(newest);
    const other = await place.another();
    await other.query("select pg_advisory_lock($1::bigint)", [await keyOf(other)]);
    const run = upgradeDatabase(place.session, tables(), "head");
    await setTimeout(100);
    await other.close();
    expect((await run).after).toEqual(["0003"]);
  });

  test("is not shared by two runs on one connection", async () => {
    await using place = await embeddedPlace();
    const graph = chainOf({ up: async () => setTimeout(50) }, { up: "create table t ()" });
    const reports = await Promise.all([1, 2].map(() => upgradeDatabase(place.session, graph, "head")));
    expect(reports.map(({ steps }) => steps.length).toSorted((a, b) => a - b)).toEqual([0, 2]);
  });

  test("of another version table is another lock", () => {
    const keys = ["a", "b"].flatMap((database) =>
      ["x", "y"].map((name) => lockKey(database, { schema: "public", name })),
    );
    expect(new Set(keys).size).toBe(4);
    expect(keys.every((one) => BigInt.asIntN(64, BigInt(one)).toString() === one)).toBe(true);
  });

  test("that a migration gives away is missed before the next begins", async () => {
    await using place = await serverPlace(newest);
    const other = await place.another();
    const key = await keyOf(other);
    let taken: Promise<unknown> | undefined;
    const careless = async (op: Operations): Promise<void> => {
      await op.query("select pg_advisory_unlock_all()");
      // Granted when the first migration's transaction, which holds the lock too, ends.
      taken = other.query("select pg_advisory_lock($1::bigint)", [key]);
      await setTimeout(50);
    };
    const run = upgradeDatabase(
      place.session,
      chainOf({ up: careless }, { up: "create table t ()" }),
      "head",
    );
    await expect(run).rejects.toMatchObject({ code: "lock-lost", exitCode: 4 });
    await taken;
    expect([await place.versions(), await place.tables()]).toEqual([["0001"], []]);
  });

  test("does not protect a connection that a pooler moves, which is found out", async () => {
    await using place = await serverPlace(newest);
    const other = await place.another();
    let moved = false;
    const pooled: Session = {
      ...place.session,
      execute: (sql) => (moved ? other : place.session).execute(sql),
      query: (sql, parameters) => {
        const result = (moved ? other : place.session).query(sql, parameters);
        // The next transaction goes to another server process.
        if (sql.includes("pg_try_advisory_lock")) moved = true;
        return result;
      },
    };
    await expect(upgradeDatabase(pooled, tables(), "head")).rejects.toMatchObject({
      code: "pooled-connection",
      exitCode: 4,
    });
    expect(await place.tables()).toEqual([]);
    await place.session.query("select pg_advisory_unlock_all()");
  });
});

describe("a table's lock", () => {
  test("is tried for again, with the whole migration", async () => {
    await using place = await serverPlace(newest);
    await upgradeDatabase(place.session, tables(1), "head");
    const other = await place.another();
    await other.execute("begin; lock table t1");
    const graph = chainOf(
      { up: "create table t1 (id int primary key)" },
      { up: (op) => (op.execute("create table fresh ()"), op.execute("alter table t1 add column a int")) },
    );
    const events: RunEvent[] = [];
    const run = upgradeDatabase(place.session, graph, "head", {
      lockTimeoutMs: 100,
      onStep: (event) => events.push(event),
    });
    await setTimeout(300);
    await other.execute("rollback");
    expect((await run).after).toEqual(["0002"]);
    expect(events.some(({ type }) => type === "retry")).toBe(true);
    expect(await place.tables()).toEqual(["fresh", "t1"]);
  });

  test("that is never to be had ends the run", async () => {
    await using place = await serverPlace(newest);
    await upgradeDatabase(place.session, tables(1), "head");
    const other = await place.another();
    await other.execute("begin; lock table t1");
    const graph = chainOf({ up: "" }, { up: "alter table t1 add column a int" });
    const run = upgradeDatabase(place.session, graph, "head", { lockTimeoutMs: 50, lockRetries: 1 });
    await expect(run).rejects.toMatchObject({
      code: "lock-timeout",
      exitCode: 5,
      data: { sqlstate: "55P03" },
    });
    expect(await place.versions()).toEqual(["0001"]);
  });
});
