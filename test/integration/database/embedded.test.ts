import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { openEmbedded } from "../../../src/database/embedded.ts";
import { embeddedCache, withFolder } from "./everyPostgres.ts";

const source = path.resolve(import.meta.dirname, "../../../src/database/embedded.ts");

/** Runs a program that may call openEmbedded in a process of its own. */
function program(body: string): string[] {
  return [
    "--import",
    "tsx",
    "--input-type=module",
    "-e",
    `import { openEmbedded } from ${JSON.stringify(source)}; ${body}`,
  ];
}

it("opens in memory, from a prepared data directory", async () => {
  const first = await openEmbedded({ cacheDir: embeddedCache });
  await first.execute("CREATE TABLE t ()");
  await first.close();
  const second = await openEmbedded({ cacheDir: embeddedCache, dataDir: "memory://" });
  expect(second).toMatchObject({ embedded: true, target: "embedded Postgres (in memory)" });
  expect(await second.query("SELECT to_regclass('t') AS t")).toEqual([{ t: null }]);
  await second.close();
  expect((await readdir(embeddedCache)).filter((name) => name.startsWith("pglite-"))).toHaveLength(1);
});

it("keeps a data directory that git ignores, and makes a corrupted preparation anew", async () =>
  withFolder(async (folder) => {
    const dataDir = path.join(folder, ".limbeck", "data");
    const cacheDir = path.join(folder, ".limbeck", "cache");
    const first = await openEmbedded({ dataDir, cacheDir });
    await first.execute("CREATE TABLE t AS SELECT 5 AS a");
    expect(first.target).toBe(`embedded Postgres (${dataDir})`);
    await first.close();
    expect(await readFile(path.join(folder, ".limbeck", ".gitignore"), "utf8")).toBe("*\n");
    const [archive = ""] = await readdir(cacheDir);
    await writeFile(path.join(cacheDir, archive), "broken");
    const second = await openEmbedded({ dataDir, cacheDir });
    expect(await second.query("SELECT a FROM t")).toEqual([{ a: 5 }]);
    await second.close();
    expect((await readdir(path.join(folder, ".limbeck"))).toSorted()).toEqual([
      ".gitignore",
      "cache",
      "data",
    ]);
    const third = await openEmbedded({ dataDir: path.join(folder, "other"), cacheDir });
    await third.close();
    expect((await stat(path.join(cacheDir, archive))).size).toBeGreaterThan(1e6);
    await expect(stat(path.join(folder, ".gitignore"))).rejects.toThrow();
  }));

it("lets only one in at a time", async () =>
  withFolder(async (folder) => {
    const dataDir = path.join(folder, "data");
    const first = await openEmbedded({ dataDir, cacheDir: embeddedCache });
    const waiting = openEmbedded({ dataDir, cacheDir: embeddedCache });
    await expect(waiting).rejects.toMatchObject({
      code: "embedded-in-use",
      exitCode: 4,
      data: { pid: process.pid },
    });
    const next = openEmbedded({ dataDir, cacheDir: embeddedCache });
    await first.close();
    await (await next).close();
    expect(await readdir(folder)).toEqual(["data"]);
  }));

it("takes over from a process that was killed, whose commits stay", async () =>
  withFolder(async (folder) => {
    const dataDir = path.join(folder, "data");
    const options = JSON.stringify({ dataDir, cacheDir: embeddedCache });
    const body = `const s = await openEmbedded(${options}); await s.execute("CREATE TABLE t AS SELECT 5 AS a");
      await s.execute("BEGIN; CREATE TABLE u ()"); console.log("ready"); setInterval(() => {}, 1000)`;
    const child = spawn(process.execPath, program(body), { stdio: ["ignore", "pipe", "inherit"] });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const session = await openEmbedded({ dataDir, cacheDir: embeddedCache });
    expect(await session.query("SELECT a, to_regclass('u') AS u FROM t")).toEqual([{ a: 5, u: null }]);
    await session.close();
  }));

it("refuses a folder that holds something else", async () =>
  withFolder(async (folder) => {
    await writeFile(path.join(folder, "letter.txt"), "dear");
    await expect(openEmbedded({ dataDir: folder, cacheDir: embeddedCache })).rejects.toMatchObject({
      code: "embedded-not-a-database",
      exitCode: 2,
    });
    expect(await readdir(folder)).toEqual(["letter.txt"]);
  }));

it("lets the process end once it is closed", async () =>
  withFolder(async (folder) => {
    for (const options of [
      { cacheDir: embeddedCache },
      { cacheDir: embeddedCache, dataDir: path.join(folder, "data") },
    ]) {
      const body = `const s = await openEmbedded(${JSON.stringify(options)}); await s.query("SELECT 1"); await s.close(); console.log("closed")`;
      const { stdout } = await promisify(execFile)(process.execPath, program(body), { timeout: 30_000 });
      expect(stdout).toBe("closed\n");
    }
  }));
