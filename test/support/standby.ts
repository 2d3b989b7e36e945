import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { isRoot, locateBinaries } from "./binaries.ts";
import type { TestServer } from "./server.ts";

const run = promisify(execFile);

/** Makes a server from the npm binaries, with all that is in it, a hot standby that no primary sends anything to. */
export async function becomeStandby({ major, url }: TestServer): Promise<void> {
  const { folder } = await locateBinaries(major);
  const data = await withClient(url, async (client) => {
    // Runs in the data folder.
    await client.query("COPY (SELECT) TO PROGRAM 'touch standby.signal'");
    return (await client.query<{ data_directory: string }>("SHOW data_directory")).rows[0]?.data_directory;
  });
  if (data === undefined) throw new Error("The server has no data folder");
  const { uid, gid } = await stat(data);
  const restart = ["-D", data, "-s", "-w", "-m", "fast", "-l", path.join(data, "log"), "restart"];
  await run(path.join(folder, "bin", "pg_ctl"), restart, { cwd: data, ...(isRoot ? { uid, gid } : {}) });
}

/** Runs `body` with a connection of its own. */
export async function withClient<T>(url: string, body: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await body(client);
  } finally {
    await client.end();
  }
}
