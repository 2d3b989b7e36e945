import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { baseArchive } from "./embeddedBase.ts";
import { loadExtensions } from "./embeddedExtensions.ts";
import { unpackDataDir } from "./embeddedUnpack.ts";
import { ignoreByGit } from "./gitIgnore.ts";
import { lockDataDir } from "./dataDirLock.ts";
import { pgliteSession } from "./pgliteSession.ts";
import type { Session } from "./session.ts";

/** Where the embedded Postgres keeps its data. */
export interface EmbeddedOptions {
  /** The data directory; in memory where there is none, and for PGlite's `memory://`. */
  readonly dataDir?: string | undefined;
  /** Extensions that may be created in it. */
  readonly extensions?: readonly string[] | undefined;
  /** Where the prepared data directory lies that every new one starts from. */
  readonly cacheDir: string;
}

/**
 * Opens an embedded Postgres (PGlite). Only one process at a time has a data directory; another waits a few seconds and
 * then fails with `embedded-in-use`. `close` releases everything, so that the process can end.
 */
export async function openEmbedded({
  dataDir,
  cacheDir,
  extensions = [],
}: EmbeddedOptions): Promise<Session> {
  // A cache that cannot be written is slow, not broken.
  await ignoreByGit(cacheDir).catch(() => undefined);
  const folder = folderOf(dataDir);
  return folder === null ? openInMemory(cacheDir, extensions) : openFolder(folder, cacheDir, extensions);
}

/** The folder of a data directory, null for memory. PGlite writes both as URLs, too. */
function folderOf(dataDir: string | undefined): string | null {
  if (dataDir === undefined || /^(memory:|:memory:)/i.test(dataDir)) return null;
  return path.resolve(dataDir.startsWith("file:") ? fileURLToPath(dataDir) : dataDir);
}

async function openInMemory(cacheDir: string, names: readonly string[]): Promise<Session> {
  const [{ PGlite }, archive, extensions] = await Promise.all([
    import("@electric-sql/pglite"),
    baseArchive(cacheDir),
    loadExtensions(names),
  ]);
  const db = await PGlite.create({ loadDataDir: new Blob([archive]), extensions });
  return pgliteSession(db, "embedded Postgres (in memory)", async () => db.close());
}

async function openFolder(folder: string, cacheDir: string, names: readonly string[]): Promise<Session> {
  await mkdir(path.dirname(folder), { recursive: true });
  await ignoreByGit(folder);
  const unlock = await lockDataDir(folder);
  try {
    if (!(await isDataDir(folder))) await unpackDataDir(await baseArchive(cacheDir), folder);
    const { PGlite } = await import("@electric-sql/pglite");
    const db = await PGlite.create({ dataDir: folder, extensions: await loadExtensions(names) });
    const close = async (): Promise<void> => {
      try {
        await db.close();
      } finally {
        await unlock();
      }
    };
    return await pgliteSession(db, `embedded Postgres (${folder})`, close);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function isDataDir(folder: string): Promise<boolean> {
  return stat(path.join(folder, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}
