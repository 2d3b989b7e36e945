import { relative, sep } from "node:path";

/** Where and why loading stopped. */
export interface LoadFailure {
  /** What is wrong, without the place. */
  readonly problem: string;
  /** Absolute path of the user's file. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/** A user's module cannot be loaded. The message is one sentence with the place; the caller decides on the error's family. */
export class ModuleLoadError extends Error {
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly hint: string | undefined;

  constructor(root: string, { problem, file, line, hint, cause }: LoadFailure) {
    super(`${placeText(root, file, line)}${problem}`, cause === undefined ? undefined : { cause });
    this.name = "ModuleLoadError";
    this.file = file;
    this.line = line;
    this.hint = hint ?? "Correct the file; `npx tsc --noEmit` shows more of what is wrong with it.";
  }
}

function placeText(root: string, file: string | undefined, line: number | undefined): string {
  if (file === undefined) return "";
  const shown = displayPath(root, file);
  return line === undefined ? `${shown}: ` : `${shown}:${line}: `;
}

/** A path as messages show it: from the root where it lies below, with forward slashes. */
function displayPath(root: string, file: string): string {
  const path = relative(root, file);
  return (path === "" || path.startsWith("..") ? file : path).split(sep).join("/");
}
