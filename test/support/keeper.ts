import { spawn } from "node:child_process";
import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";

/** Who runs a command, where, and what it knows of us. */
export interface Surroundings {
  readonly uid?: number;
  readonly gid?: number;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

type Keeper = ChildProcessByStdio<Writable, Readable, null>;

// The server lives as long as its keeper's standard input: however this process ends, even by
// SIGKILL, the pipe closes and the keeper stops the server and removes the data.
const script = `
trap '' PIPE
if "$1/bin/pg_ctl" -D "$2" -s -w -l "$2/log" -o "-p $3" start 2>/dev/null; then
  echo ready
  cat >/dev/null
  "$1/bin/pg_ctl" -D "$2" -s -m immediate stop
else
  cat "$2/log"
fi
rm -rf "$2"`;

/** Runs a server on a data folder of its own; what it returns ends both. */
export async function keepServer(
  binaries: string,
  data: string,
  port: number,
  surroundings: Surroundings,
): Promise<() => Promise<void>> {
  const args = ["-c", script, "keeper", binaries, data, String(port)];
  // Detached: a Ctrl-C in the terminal must not kill the keeper before it has cleaned up.
  const stdio: ["pipe", "pipe", "ignore"] = ["pipe", "pipe", "ignore"];
  const child = spawn("sh", args, { ...surroundings, detached: true, stdio });
  await untilReady(child);
  child.stdout.destroy();
  child.unref();
  // Node makes these pipes sockets; a forgotten server must not keep the process alive.
  (child.stdin as Socket).unref();
  return () => end(child);
}

async function untilReady(child: Keeper): Promise<void> {
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, "close");
  await Promise.race([once(child.stdout, "data"), closed]);
  if (output.startsWith("ready")) return;
  await closed;
  throw new Error(`PostgreSQL did not start: ${output}`);
}

async function end(child: Keeper): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const gone = once(child, "exit");
  child.stdin.end();
  await gone;
}
