import { randomBytes } from "node:crypto";
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { ConfigError } from "../errors.ts";

const BLOCK = 512;

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly content: Buffer;
}

/** Unpacks a data directory's archive beside its place and moves it there at once: a crash leaves no half of one. */
export async function unpackDataDir(archive: Buffer, folder: string): Promise<void> {
  await assertEmpty(folder);
  const unfinished = `${folder}.${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    for (const entry of entries(archive)) await write(unfinished, entry);
    // rename replaces no folder on Windows, not even an empty one.
    await rmdir(folder).catch(() => undefined);
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** A folder with other things in it is not ours to replace. */
async function assertEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return;
  throw new ConfigError("embedded-not-a-database", `${folder} holds files, but no embedded database.`, {
    hint: "Name another data directory, or empty this one.",
  });
}

async function write(root: string, { name, isFolder, content }: Entry): Promise<void> {
  const file = path.join(root, name);
  if (isFolder) await mkdir(file, { recursive: true, mode: 0o700 });
  else {
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(file, content, { mode: 0o600 });
  }
}

/** The entries of a tar archive as PGlite writes it: plain headers, names short enough for them. */
function* entries(archive: Buffer): Generator<Entry> {
  let at = 0;
  while (at + BLOCK <= archive.length && archive[at] !== 0) {
    const header = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(field(header, 124, 12).trim(), 8) || 0;
    const start = at + BLOCK;
    const name = [field(header, 345, 155), field(header, 0, 100)].filter((part) => part !== "").join("/");
    yield { name, isFolder: header[156] === 0x35, content: archive.subarray(start, start + size) };
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function field(header: Buffer, start: number, length: number): string {
  const bytes = header.subarray(start, start + length);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end === -1 ? length : end).toString("utf8");
}
