import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Line } from "../project.ts";

/** What drizzle-kit is to push: models, into a database, as far as they lie in these schemas. */
export interface PushRequest {
  /** A CommonJS module that exports the models. */
  readonly models: string;
  readonly url: string;
  readonly schemas: readonly string[];
  /** Run the statements, and not only show them. */
  readonly apply: boolean;
}

/** The statements of a push, or why there are none. */
export type PushAnswer = { readonly statements: readonly string[] } | { readonly failure: string };

/** drizzle-kit of one line, in processes of its own: one at a time, another where the last has died. */
export interface DrizzleKit {
  push(request: PushRequest): Promise<PushAnswer>;
  stop(): void;
}

const WORKER = join(import.meta.dirname, "worker.mjs");
const PATIENCE_MS = 60_000;

interface Worker {
  readonly child: ChildProcess;
  /** What it has printed since the last call. */
  printed(): string;
}

/** The drizzle-kit that a project's node_modules hold. */
export function drizzleKit(line: Line, project: string): DrizzleKit {
  let worker: Worker | undefined;
  const stop = (): void => {
    worker?.child.kill("SIGKILL");
    worker = undefined;
  };
  return {
    stop,
    push: async (request) => {
      worker ??= await start(line, project);
      const { child, printed } = worker;
      printed();
      const answer = (await ask(child, request)) ?? { failure: `drizzle-kit does not answer: ${printed()}` };
      // What failed may go on failing behind its answer.
      if ("failure" in answer) stop();
      return answer;
    },
  };
}

async function start(line: Line, project: string): Promise<Worker> {
  const child = fork(WORKER, [line, project], { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: [] });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => (output += text));
  await once(child, "message");
  return { child, printed: () => [output, (output = "")][0] ?? "" };
}

/** Null where the process ends, or does not answer. */
async function ask(child: ChildProcess, request: PushRequest): Promise<PushAnswer | null> {
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  child.once("close", leave);
  child.send(request);
  try {
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(PATIENCE_MS)]);
    const [answer] = (await once(child, "message", { signal })) as [PushAnswer];
    return answer;
  } catch {
    return null;
  } finally {
    child.off("close", leave);
  }
}
