import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/** Remembers that two texts were found equal. What it does not know may be equal or not. */
export interface VerdictCache {
  get(key: string): boolean;
  set(key: string): void;
  /** Keeps what was set since; a folder that cannot be written is no reason to fail. */
  save(): Promise<void>;
}

/** The key of a question's content, whatever it consists of. */
export function verdictKey(content: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url");
}

// Some 3 MB. What is older than that many verdicts is asked again.
const CAPACITY = 50_000;

/** Opens the cache of a folder; a missing or corrupted file is an empty cache. */
export async function verdictCache(cacheDir: string): Promise<VerdictCache> {
  const file = path.join(cacheDir, "verdicts.json");
  const known = new Set(await read(file));
  let changed = false;
  return {
    get: (key) => known.has(key),
    set: (key) => {
      changed ||= !known.has(key);
      known.add(key);
    },
    save: async () => {
      if (!changed) return;
      changed = false;
      await replaceFile(file, JSON.stringify([...known].slice(-CAPACITY))).catch(() => undefined);
    },
  };
}

async function read(file: string): Promise<readonly string[]> {
  try {
    const content: unknown = JSON.parse(await readFile(file, "utf8"));
    return Array.isArray(content) && content.every((key) => typeof key === "string") ? content : [];
  } catch {
    return [];
  }
}

/** Writes beside the file and renames, so that nobody ever reads half of it. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const unfinished = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
