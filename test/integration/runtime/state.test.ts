import { describe, expect, test } from "vitest";
import { buildGraph, type RevisionGraph } from "../../../src/revisions/graph.ts";
import { downgradeDatabase, upgradeDatabase } from "../../../src/runtime/apply.ts";
import { readCurrent } from "../../../src/runtime/current.ts";
import { ensureVersion, stampDatabase } from "../../../src/runtime/stamp.ts";
import { connect } from "../../../src/database/connect.ts";
import { createDatabase, majors } from "../../support/database.ts";
import { somewhere, revisionOf, tables, type Place } from "./setup.ts";

/** What every reader and runner says of the state, which stays as it is. */
async function refused(place: Place, graph: RevisionGraph, expected: object): Promise<void> {
  const before = await place.query("select * from pg_class order by oid").then((rows) => rows.length);
  await expect(readCurrent(place.session, graph)).rejects.toMatchObject(expected);
  await expect(upgradeDatabase(place.session, graph, "head")).rejects.toMatchObject(expected);
  await expect(downgradeDatabase(place.session, graph, "base")).rejects.toMatchObject(expected);
  expect((await place.query("select * from pg_class order by oid")).length).toBe(before);
}

somewhere("current", (open) => {
  test("of an empty database is the base, and nothing is written", async () => {
    await using place = await open();
    expect(await readCurrent(place.session, tables(2))).toMatchObject({
      revisions: [],
      atHead: false,
      missing: [{ id: "0001" }, { id: "0002" }],
    });
    expect(await place.query("select to_regclass('limbeck_version') as t")).toEqual([{ t: null }]);
  });

  test("says what is applied and when, and what is missing", async () => {
    await using place = await open();
    await upgradeDatabase(place.session, tables(3), "0002");
    const current = await readCurrent(place.session, tables(3));
    expect(current).toMatchObject({
      revisions: [{ id: "0002" }],
      atHead: false,
      missing: [{ id: "0003" }],
      unfinished: null,
    });
    expect(current.log[0]?.appliedAt).toMatch(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\d\dZ$/);
    expect(current.log[0]?.durationMs).toBeGreaterThanOrEqual(0);
  });
});

somewhere("a state is refused", (open) => {
  test("with a file edited after it was applied", async () => {
    await using place = await open();
    await upgradeDatabase(place.session, tables(2), "head");
    const second = revisionOf(2, { up: "" }, { checksum: "another", file: "/m/0002_b.ts" });
    const graph = buildGraph([revisionOf(1, { up: "" }), second, revisionOf(3, { up: "" })]);
    await refused(place, graph, {
      code: "revision-edited",
      exitCode: 3,
      message: expect.stringContaining("0002 (/m/0002_b.ts)"),
    });
    await stampDatabase(place.session, graph, ["0002"], { purge: true });
    expect((await upgradeDatabase(place.session, graph, "head")).after).toEqual(["0003"]);
  });

  test("with a file removed after it was applied", async () => {
    await using place = await open();
    await upgradeDatabase(place.session, tables(2), "head");
    await refused(place, tables(1), {
      code: "revision-file-missing",
      exitCode: 3,
      message: expect.stringContaining("0002"),
    });
  });

  test("with a row that no file has", async () => {
    await using place = await open();
    await ensureVersion(place.session);
    await place.query("insert into limbeck_version values ('0009')");
    await refused(place, tables(2), {
      code: "unknown-version",
      exitCode: 4,
      message: "The database is at revision 0009, which no file in the migrations folder has.",
      hint: expect.stringContaining("limbeck stamp --purge 0001"),
    });
    await expect(stampDatabase(place.session, tables(2), ["0001"])).rejects.toMatchObject({
      code: "unknown-version",
      exitCode: 4,
    });
    expect(await stampDatabase(place.session, tables(2), ["0001"], { purge: true })).toEqual({
      before: ["0009"],
      after: ["0001"],
    });
  });

  test("with a row twice", async () => {
    await using place = await open();
    await place.query("create table limbeck_version (revision text)");
    await place.query("insert into limbeck_version values ('0001'), ('0001')");
    await refused(place, tables(2), {
      code: "version-duplicated",
      exitCode: 4,
      hint: expect.stringContaining("limbeck stamp --purge 0001"),
    });
  });

  test("with a row and another that includes it", async () => {
    await using place = await open();
    await ensureVersion(place.session);
    await place.query("insert into limbeck_version values ('0001'), ('0002')");
    await refused(place, tables(2), { code: "version-overlap", exitCode: 4 });
  });

  test("where rows and log disagree", async () => {
    await using place = await open();
    await upgradeDatabase(place.session, tables(2), "head");
    await place.query("delete from limbeck_version");
    await refused(place, tables(2), {
      code: "version-mismatch",
      exitCode: 4,
      hint: expect.stringContaining("stamp --purge base"),
    });
    await stampDatabase(place.session, tables(2), ["head"]);
    expect((await readCurrent(place.session, tables(2))).atHead).toBe(true);
  });

  test.each([
    ["a view", "create view limbeck_version as select '0001'::text as revision", "version-table-kind"],
    [
      "a materialized view",
      "create materialized view limbeck_version as select '0001'::text as revision",
      "version-table-kind",
    ],
    [
      "a table of another tool",
      "create table limbeck_version (version_num varchar(32))",
      "version-table-shape",
    ],
    [
      "a table with more columns",
      "create table limbeck_version (revision text, at date)",
      "version-table-shape",
    ],
    ["a log of another shape", "create table limbeck_version_log (message text)", "version-table-shape"],
  ])("where the version table is %s", async (_, sql, code) => {
    await using place = await open();
    await place.query(sql);
    await refused(place, tables(1), { code, exitCode: 4, hint: expect.stringContaining("versionTable") });
  });
});

somewhere("stamp", (open) => {
  test("moves rows and log without running anything", async () => {
    await using place = await open();
    const graph = tables(3);
    expect(await stampDatabase(place.session, graph, ["head"])).toEqual({ before: [], after: ["0003"] });
    expect((await place.log()).map((row) => [row["revision"], row["duration_ms"]])).toEqual([
      ["0001", null],
      ["0002", null],
      ["0003", null],
    ]);
    expect(await stampDatabase(place.session, graph, ["0001"])).toEqual({
      before: ["0003"],
      after: ["0001"],
    });
    expect((await place.log()).map((row) => row["revision"])).toEqual(["0001"]);
    expect(await stampDatabase(place.session, graph, ["base"])).toEqual({ before: ["0001"], after: [] });
    expect([await place.versions(), await place.log(), await place.tables()]).toEqual([[], [], []]);
  });

  test("to what means nothing changes nothing", async () => {
    await using place = await open();
    await expect(stampDatabase(place.session, tables(3), ["nothing"])).rejects.toMatchObject({
      code: "unknown-revision",
      exitCode: 2,
    });
    expect(await place.query("select to_regclass('limbeck_version') as t")).toEqual([{ t: null }]);
  });

  test("a version table can be made beforehand", async () => {
    await using place = await open();
    expect([await ensureVersion(place.session), await ensureVersion(place.session)]).toEqual([true, false]);
    expect(await place.versions()).toEqual([]);
  });
});

describe("a role without rights", () => {
  const major = majors().at(-1) ?? 17;

  async function asStranger<T>(
    work: (url: string, place: Awaited<ReturnType<typeof createDatabase>>) => Promise<T>,
  ): Promise<T> {
    await using database = await createDatabase(major);
    const role = `stranger_${database.name}`;
    await database.query(`create role ${role} login`);
    try {
      const url = new URL(database.url);
      url.username = role;
      return await work(url.href, database);
    } finally {
      await database.query(`drop owned by ${role}`);
      await database.query(`drop role ${role}`);
    }
  }

  test("cannot make the version table, and is told so", async () => {
    await asStranger(async (url, database) => {
      await database.query("revoke create on schema public from public");
      const session = await connect(url);
      const run = upgradeDatabase(session, tables(1), "head");
      await expect(run).rejects.toMatchObject({
        code: "version-table-privilege",
        exitCode: 4,
        message: expect.stringContaining("permission denied for schema public"),
      });
      await session.close();
    });
  });

  test("cannot write another's version table, and is told so", async () => {
    await asStranger(async (url, database) => {
      await database.query(
        "create table limbeck_version (revision text primary key); grant select on limbeck_version to public",
      );
      const session = await connect(url);
      await expect(upgradeDatabase(session, tables(1), "head")).rejects.toMatchObject({
        code: "version-table-privilege",
        exitCode: 4,
      });
      await session.close();
    });
  });

  test("may only read by default, and is told so", async () => {
    await using database = await createDatabase(major);
    await database.query(`alter database "${database.name}" set default_transaction_read_only = on`);
    const session = await connect(database.url);
    await expect(upgradeDatabase(session, tables(1), "head")).rejects.toMatchObject({
      code: "read-only",
      exitCode: 4,
    });
    await session.close();
  });
});

describe("a server's settings and privileges", () => {
  test("quoted names are no other names", async () => {
    await using database = await createDatabase(majors().at(-1) ?? 17);
    await database.query(`ALTER DATABASE "${database.name}" SET quote_all_identifiers = on`);
    const session = await connect(database.url);
    try {
      expect((await upgradeDatabase(session, tables(2), "0001")).after).toEqual(["0001"]);
      expect((await upgradeDatabase(session, tables(2), "head")).after).toEqual(["0002"]);
      expect((await downgradeDatabase(session, tables(2), "base")).after).toEqual([]);
    } finally {
      await session.close();
    }
  });

  test("a role that may not read the bookkeeping is told so", async () => {
    await using database = await createDatabase(majors().at(-1) ?? 17);
    const role = `limbeck_ro_${database.name}`;
    const owner = await connect(database.url);
    await upgradeDatabase(owner, tables(1), "head");
    await owner.close();
    await database.query(`CREATE ROLE ${role} LOGIN; GRANT USAGE ON SCHEMA public TO ${role}`);
    const url = new URL(database.url);
    url.username = role;
    const session = await connect(url.href);
    const expected = {
      code: "version-table-privilege",
      exitCode: 4,
      message: expect.stringMatching(/may not read the version table limbeck_version: permission denied for/),
      hint: expect.stringContaining("GRANT SELECT ON limbeck_version, limbeck_version_log TO"),
    };
    try {
      await expect(readCurrent(session, tables(1))).rejects.toMatchObject(expected);
      await expect(upgradeDatabase(session, tables(1), "head")).rejects.toMatchObject(expected);
      await expect(stampDatabase(session, tables(1), ["head"])).rejects.toMatchObject(expected);
      await database.query(`GRANT SELECT ON limbeck_version, limbeck_version_log TO ${role}`);
      expect(await readCurrent(session, tables(1))).toMatchObject({ atHead: true });
    } finally {
      await session.close();
      await database.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });
});
