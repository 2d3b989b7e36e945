import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

/** A process to time, from its start to its end. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Seconds that a process takes; one that fails is an error. */
export async function seconds({ file, args, cwd, env }: Command): Promise<number> {
  const start = process.hrtime.bigint();
  const child = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${file} ${args.join(" ")} ended with ${code}: ${output.slice(0, 2000)}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** The median of several runs, each prepared by `before`, which is not timed. */
export async function medianSeconds(
  runs: number,
  command: Command,
  before?: () => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    await before?.();
    times.push(await seconds(command));
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
}

/** The major version of a PostgreSQL program; undefined where it is not installed. */
export async function majorOf(file: string): Promise<number | undefined> {
  return promisify(execFile)(file, ["--version"]).then(
    ({ stdout }) => Number(/(\d+)(?:\.\d+)?\b/.exec(stdout)?.[1]),
    () => undefined,
  );
}
