import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const pending = new Map<string, Promise<Buffer>>();

/**
 * A fresh data directory as a tar archive. initdb takes some 2 s and 900 MB each time; loading its result takes a
 * quarter of both, so that it is kept in `cacheDir`, one file per version of PGlite.
 */
export async function baseArchive(cacheDir: string): Promise<Buffer<ArrayBuffer>> {
  const file = path.join(cacheDir, `pglite-${await pgliteVersion()}.tar`);
  const running = pending.get(file) ?? readOrMake(file).finally(() => pending.delete(file));
  pending.set(file, running);
  return running as Promise<Buffer<ArrayBuffer>>;
}

async function readOrMake(file: string): Promise<Buffer> {
  const kept = await readFile(file).catch(() => null);
  // An archive ends in 1,024 zero bytes and is a multiple of 512 long.
  if (kept !== null && kept.length > 0 && kept.length % 512 === 0) return kept;
  const archive = await initialise();
  await keep(file, archive).catch(() => undefined);
  return archive;
}

async function initialise(): Promise<Buffer> {
  const { PGlite } = await import("@electric-sql/pglite");
  const db = await PGlite.create();
  try {
    const dump = await db.dumpDataDir("none");
    return Buffer.from(await dump.arrayBuffer());
  } finally {
    await db.close();
  }
}

/** Writes beside the file and renames, so that nobody ever reads half of it. A cache that cannot be written is slow, not broken. */
async function keep(file: string, archive: Buffer): Promise<void> {
  const unfinished = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await writeFile(unfinished, archive);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The version of PGlite, and with it of the embedded Postgres. */
export async function pgliteVersion(): Promise<string> {
  // Its package.json is not among its exports.
  const entry = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  const manifest: unknown = JSON.parse(await readFile(path.resolve(entry, "../../package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
