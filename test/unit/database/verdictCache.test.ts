import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { verdictCache, verdictKey } from "../../../src/database/verdictCache.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "limbeck-verdicts-"));
});
afterEach(async () => rm(folder, { recursive: true }));

const key = verdictKey(["question"]);

it("keeps what was set once it is saved, in one file", async () => {
  const cacheDir = path.join(folder, "deep", "cache");
  const first = await verdictCache(cacheDir);
  expect(first.get(key)).toBe(false);
  first.set(key);
  await first.save();
  expect((await verdictCache(cacheDir)).get(key)).toBe(true);
  expect((await verdictCache(cacheDir)).get(verdictKey(["another"]))).toBe(false);
  expect(await readdir(cacheDir)).toEqual(["verdicts.json"]);
});

it.each(["", "{", "{}", "[1]", "null"])(
  "takes the corrupted content %j for an empty cache",
  async (content) => {
    await writeFile(path.join(folder, "verdicts.json"), content);
    const cache = await verdictCache(folder);
    expect(cache.get(key)).toBe(false);
    cache.set(key);
    await cache.save();
    expect(JSON.parse(await readFile(path.join(folder, "verdicts.json"), "utf8"))).toEqual([key]);
  },
);

it("does without a folder that cannot be written", async () => {
  await writeFile(path.join(folder, "file"), "");
  const cache = await verdictCache(path.join(folder, "file"));
  cache.set(key);
  await cache.save();
  expect(cache.get(key)).toBe(true);
});
