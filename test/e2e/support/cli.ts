import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { packed } from "./package.ts";

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** From the project's folder, or absolute. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A command that is still running. */
export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** A user's project with the packed limbeck in its node_modules. */
export interface UserProject {
  /** Absolute, and free of symbolic links. */
  readonly dir: string;
  write(path: string, text: string): void;
  /** Runs the packed command with nothing of this process's environment. */
  limbeck(args: readonly string[], options?: RunOptions): Promise<Ended>;
  start(args: readonly string[], options?: RunOptions): Running;
}

const folders: string[] = [];

// Vitest ends its workers without an exit event.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** drizzle.config.ts as users have it. */
export const CONFIG = `import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "postgresql", schema: "./schema", out: "./migrations" });
`;

/** A folder that is removed when the tests end. */
export function temporaryFolder(name = "limbeck-user-"): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), name)));
  folders.push(folder);
  return folder;
}

/** Makes a project with these files; `path` is the folder's name below a temporary one. */
export async function userProject(files: Readonly<Record<string, string>>, path = "."): Promise<UserProject> {
  const { modules } = await packed();
  const outer = temporaryFolder();
  const dir = join(outer, path);
  mkdirSync(dir, { recursive: true });
  symlinkSync(modules, join(dir, "node_modules"), "junction");
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), text);
  };
  for (const [file, text] of Object.entries({ "package.json": '{ "type": "module" }\n', ...files }))
    write(file, text);
  const start = (args: readonly string[], options: RunOptions = {}): Running =>
    startIn(dir, modules, args, options);
  return { dir, write, start, limbeck: (args, options) => start(args, options).ended };
}

function startIn(
  dir: string,
  modules: string,
  args: readonly string[],
  { cwd = ".", env = {} }: RunOptions,
): Running {
  const bin = join(modules, "limbeck", "dist", "cli", "main.js");
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: cwd.startsWith("/") ? cwd : join(dir, cwd),
    env: { PATH: process.env["PATH"] ?? "", HOME: dirname(modules), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { child, ended: outcome(child) };
}

function outcome(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    return (): string => Buffer.concat(chunks).toString("utf8");
  });
  return new Promise((settle, fail) => {
    child.once("error", fail);
    child.once("close", (code) => settle({ code, stdout: stdout?.() ?? "", stderr: stderr?.() ?? "" }));
  });
}
