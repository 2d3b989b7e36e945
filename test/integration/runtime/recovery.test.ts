import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { upgradeDatabase } from "../../../src/runtime/apply.ts";
import { stampDatabase } from "../../../src/runtime/stamp.ts";
import { majors } from "../../support/database.ts";
import { doomed } from "./faults.ts";
import { chainOf, serverPlace } from "./setup.ts";

const isCommit = (sql: string): boolean => sql === "COMMIT";
const newest = majors().at(-1) ?? 17;

describe("a lost connection", () => {
  test("in a statement rolls the revision back", async () => {
    await using place = await serverPlace(newest);
    const graph = chainOf(
      { up: "create table t1 ()" },
      { up: (op) => (op.execute("create table t2 ()"), op.execute("select 'here'")) },
    );
    const run = upgradeDatabase(await doomed(place, (sql) => sql.includes("here")), graph, "head");
    await expect(run).rejects.toMatchObject({
      code: "connection-lost",
      exitCode: 5,
      message: expect.stringContaining("0002 was rolled back"),
      data: { applied: ["0001"] },
    });
    expect(await place.tables()).toEqual(["t1"]);
    expect((await upgradeDatabase(place.session, graph, "head")).after).toEqual(["0002"]);
  });

  const graph = chainOf({ up: "create table t1 ()" });

  test("before COMMIT is found out to have rolled back", async () => {
    await using place = await serverPlace(newest);
    await stampDatabase(place.session, graph, ["base"]);
    const session = await doomed(place, isCommit);
    const commits = upgradeDatabase(session, graph, "head", { reconnect: place.another });
    await expect(commits).rejects.toMatchObject({
      code: "connection-lost",
      data: { outcome: "rolled-back" },
    });
    expect(await place.tables()).toEqual([]);
  });

  test("after COMMIT is found out to have committed", async () => {
    await using place = await serverPlace(newest);
    await stampDatabase(place.session, graph, ["base"]);
    const session = await doomed(place, isCommit, "after");
    const report = await upgradeDatabase(session, graph, "head", { reconnect: place.another });
    expect(report).toMatchObject({ after: ["0001"], steps: [{ revision: "0001" }] });
    expect([await place.tables(), await place.versions()]).toEqual([["t1"], ["0001"]]);
  });

  test("after COMMIT with more to do says how far it came", async () => {
    await using place = await serverPlace(newest);
    const two = chainOf({ up: "create table t1 ()" }, { up: "create table t2 ()" });
    await stampDatabase(place.session, two, ["base"]);
    const session = await doomed(place, isCommit, "after");
    await expect(upgradeDatabase(session, two, "head", { reconnect: place.another })).rejects.toMatchObject({
      code: "connection-lost",
      message: "The connection was lost; revision 0001 was committed.",
      data: { applied: ["0001"] },
    });
  });

  test("in COMMIT without another connection leaves the outcome open, and says so", async () => {
    await using place = await serverPlace(newest);
    await stampDatabase(place.session, graph, ["base"]);
    const run = upgradeDatabase(await doomed(place, isCommit, "after"), graph, "head");
    await expect(run).rejects.toMatchObject({
      code: "connection-lost",
      data: { outcome: "unknown" },
      hint: expect.stringContaining("limbeck current"),
    });
  });
});

describe("an interrupted run", () => {
  test("stops between statements and rolls back", async () => {
    await using place = await serverPlace(newest);
    const controller = new AbortController();
    const graph = chainOf(
      { up: "create table t1 ()" },
      { up: (op) => (op.execute("create table t2 ()"), op.execute("select 2")) },
    );
    const run = upgradeDatabase(place.session, graph, "head", {
      signal: controller.signal,
      onStep: (event) =>
        event.type === "statement" && event.sql.includes("t2") && controller.abort("SIGTERM"),
    });
    await expect(run).rejects.toMatchObject({ code: "interrupted", cause: "SIGTERM" });
    expect([await place.tables(), await place.versions()]).toEqual([["t1"], ["0001"]]);
    expect(await place.locks()).toBe(0);
  });

  test("stops in a statement where it can reach the server", async () => {
    await using place = await serverPlace(newest);
    const controller = new AbortController();
    const graph = chainOf({ up: "select pg_sleep(30)" });
    const started = Date.now();
    const run = upgradeDatabase(place.session, graph, "head", {
      signal: controller.signal,
      reconnect: place.another,
    });
    const aborted = setTimeout(300).then(() => controller.abort());
    await expect(run).rejects.toMatchObject({ code: "interrupted" });
    await aborted;
    expect(Date.now() - started).toBeLessThan(5000);
  });

  test("that was stopped before does nothing", async () => {
    await using place = await serverPlace(newest);
    const run = upgradeDatabase(place.session, chainOf({ up: "create table t ()" }), "head", {
      signal: AbortSignal.abort(),
    });
    await expect(run).rejects.toMatchObject({ code: "interrupted" });
    expect(await place.tables()).toEqual([]);
  });
});
