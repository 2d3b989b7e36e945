import { expect } from "vitest";
import type { Ended, UserProject } from "./cli.ts";
import { folderState } from "./hash.ts";

/** A password nobody may ever see, raw and as URLs have it. Its first part is the same in both. */
export const CANARY = { raw: "Kanari7Q@x/y", encoded: "Kanari7Q%40x%2Fy" } as const;

/** What a command that is refused must do. */
export interface Refusal {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly code: number;
  /** What the one sentence says. */
  readonly says: RegExp | string;
  readonly hint: RegExp | string;
}

/** Runs a command that must be refused: one sentence, a remedy, this exit code, no secret, and no file touched. */
export async function expectRefused(project: UserProject, refusal: Refusal): Promise<Ended> {
  const { args, env, cwd, code, says, hint } = refusal;
  const before = folderState(project.dir);
  const ended = await project.limbeck(args, { ...(env && { env }), ...(cwd === undefined ? {} : { cwd }) });
  expectNoSecret(ended);
  const [error = "", remedy = "", ...rest] = ended.stderr
    .split("\n")
    .filter((line) => !line.startsWith("warning: "));
  expect(error).toMatch(/^error: \S.*[.!?`)]$/);
  expect(error).toMatch(says);
  expect(remedy).toMatch(/^hint: \S/);
  expect(remedy).toMatch(hint);
  expect(rest).toEqual([""]);
  expect(ended.stdout).toBe("");
  expect(ended.code).toBe(code);
  expect(folderState(project.dir)).toEqual(before);
  return ended;
}

/** Neither form of the canary, nor a line of a stack. */
export function expectNoSecret({ stdout, stderr }: Ended): void {
  expect(stdout + stderr).not.toMatch(/kanari/i);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
}
