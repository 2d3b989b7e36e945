import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { appendFile, chown, mkdir, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { cacheFolder, exists, isRoot, locateBinaries, publish } from "./binaries.ts";
import type { Binaries } from "./binaries.ts";
import { keepServer } from "./keeper.ts";
import type { Surroundings } from "./keeper.ts";

/** A running PostgreSQL server; `url` is its superuser's, on the database `postgres`. */
export interface TestServer {
  readonly major: number;
  readonly url: string;
  stop(): Promise<void>;
}

interface Host {
  readonly binaries: Binaries;
  readonly templates: string;
  readonly data: string;
  readonly account: Pick<Surroundings, "uid" | "gid">;
}

const run = promisify(execFile);

// Nothing of the caller's PG* variables or language may reach the server.
const environment = { PATH: process.env["PATH"] ?? "/usr/bin:/bin", LC_ALL: "C" };

/** Durability costs time and protects nothing here. Shared with the containers. */
export const settings: readonly string[] = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "shared_buffers=64MB",
  "max_connections=60",
  "autovacuum=off",
];

/** Starts a server of one major from the npm binaries on a free port of 127.0.0.1; `files` go into its data folder first. */
export async function startServer(
  major: number,
  files: Readonly<Record<string, string>> = {},
): Promise<TestServer> {
  if (process.platform === "win32") throw new Error("On Windows set LIMBECK_TEST_DATABASE_URL");
  const host = await prepareHost(await locateBinaries(major));
  const template = await dataTemplate(host);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const data = path.join(host.data, `${major}-${randomBytes(4).toString("hex")}`);
    await runAs(host, "cp", ["-Rp", template, data]);
    for (const [name, text] of Object.entries(files)) await writeAs(host, path.join(data, name), text);
    try {
      const stop = await keepServer(host.binaries.folder, data, port, options(host));
      return { major, url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
    } catch (error) {
      // Somebody else may have taken the port in between.
      if (attempt === 3) throw error;
    }
  }
}

async function prepareHost(binaries: Binaries): Promise<Host> {
  const account = isRoot ? await nobody() : {};
  const templates = await serverFolder(tmpdir(), account);
  const data = await serverFolder(await roomInMemory(), account);
  return { binaries, templates, data, account };
}

/** A folder that belongs to whoever runs the servers. */
async function serverFolder(parent: string, { uid, gid }: Host["account"]): Promise<string> {
  const folder = path.join(await cacheFolder(parent), "run");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  return folder;
}

/** CREATE DATABASE writes some 300 files, which memory takes up to 20 times faster than a disk. */
async function roomInMemory(): Promise<string> {
  const memory = "/dev/shm";
  const room = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return room > 6e9 ? memory : tmpdir();
}

/** PostgreSQL refuses to run as root. */
async function nobody(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(
    ["-u", "-g"].map(async (flag) => Number((await run("id", [flag, "nobody"])).stdout)),
  );
  if (uid === undefined || gid === undefined) throw new Error("There is no user nobody");
  return { uid, gid };
}

async function dataTemplate(host: Host): Promise<string> {
  const finished = path.join(host.templates, `template-${host.binaries.version}`);
  if (await exists(finished)) return finished;
  const folder = `${finished}.${process.pid}`;
  const initdb = path.join(host.binaries.folder, "bin", "initdb");
  const identity = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale"];
  await runAs(host, initdb, ["-D", folder, "--no-sync", ...identity]);
  await appendFile(path.join(folder, "postgresql.conf"), configuration());
  await publish(folder, finished);
  return finished;
}

function configuration(): string {
  const network = ["listen_addresses='127.0.0.1'", "unix_socket_directories='.'"];
  // The default gigabyte of WAL per server would have to fit into memory.
  const lines = [...settings, ...network, "max_wal_size=128MB", "min_wal_size=32MB"];
  return `\n${lines.join("\n")}\n`;
}

async function runAs(host: Host, command: string, args: readonly string[]): Promise<void> {
  await run(command, args, options(host));
}

async function writeAs(host: Host, file: string, text: string): Promise<void> {
  await runAs(host, "sh", ["-c", 'printf %s "$2" > "$1"', "sh", file, text]);
}

function options(host: Host): Surroundings {
  return { ...host.account, cwd: host.data, env: environment };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No free port");
  return address.port;
}
