import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseStateError } from "../errors.ts";

const PATIENCE_MS = 5000;
const POLL_MS = 50;

/** Locks of this process: after a crash in a container another process may well have had our pid. */
const held = new Set<string>();

/**
 * Keeps other processes out of a data directory, which two would destroy. The lock is a file beside it that holds our
 * pid; one whose process is gone is taken over. Gives the function that releases it.
 */
export async function lockDataDir(folder: string): Promise<() => Promise<void>> {
  const file = `${folder}.lock`;
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await acquire(file))) {
    const pid = await holder(file);
    if (pid !== null && !isAlive(pid, file)) await remove(file, pid);
    else if (Date.now() > deadline) throw inUse(folder, file, pid);
    else await sleep(POLL_MS);
  }
  held.add(file);
  return async () => {
    if (held.delete(file)) await rm(file, { force: true });
  };
}

async function acquire(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** The pid in the lock file, null where it has none (yet) or is gone. */
async function holder(file: string): Promise<number | null> {
  const content = await readFile(file, "utf8").catch(() => "");
  return /^\d+\s*$/.test(content) ? Number(content) : null;
}

function isAlive(pid: number, file: string): boolean {
  if (pid === process.pid) return held.has(file);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, as another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Removes a stale lock, unless another process was quicker and the file is its new one: then it gets it back. */
async function remove(file: string, stale: number): Promise<void> {
  const aside = `${file}.${process.pid}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await holder(aside)) !== stale) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

function inUse(folder: string, file: string, pid: number | null): DatabaseStateError {
  const who = pid === null ? "another process" : pid === process.pid ? "this process" : `process ${pid}`;
  return new DatabaseStateError("embedded-in-use", `The embedded database ${folder} is in use by ${who}.`, {
    hint: `Wait until it has ended; if there is no such process, delete ${file}.`,
    data: { dataDir: folder, pid },
  });
}
