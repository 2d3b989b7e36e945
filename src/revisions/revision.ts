import { basename } from "node:path";
import { RevisionError } from "../errors.ts";
import type { MigrationBody } from "../op.ts";
import { checksumOf, normalizeSource } from "./checksum.ts";

/** One revision: a node of the graph, and the functions of its file. */
export interface Revision {
  readonly id: string;
  /** The parents: none for a base, several for a merge. */
  readonly downRevisions: readonly string[];
  readonly branchLabels: readonly string[];
  /** Revisions, by id or branch label, that must be applied first without being parents. */
  readonly dependsOn: readonly string[];
  /** First line of the doc comment above `export const revision`, or the file's name in words. */
  readonly message: string;
  /** The whole doc comment. */
  readonly doc: string;
  /** What a line `Created: ...` of the doc comment says. */
  readonly createDate?: string | undefined;
  /** Absolute path. */
  readonly file: string;
  readonly checksum: string;
  readonly up: MigrationBody;
  readonly down?: MigrationBody | undefined;
}

/** Words of the identifier grammar, which no revision or branch may be called. */
const RESERVED: readonly string[] = ["head", "heads", "base", "current"];

type Exports = Readonly<Record<string, unknown>>;

/** Makes a revision of what a file says and exports. Throws RevisionError that names the file. */
export function toRevision(file: string, source: string, exports: Exports): Revision {
  const id = idIn(file, exports);
  const doc = docOf(normalizeSource(source));
  return {
    id,
    downRevisions: downRevisionsIn(file, exports),
    branchLabels: namesIn(file, exports, "branchLabels"),
    dependsOn: namesIn(file, exports, "dependsOn"),
    message: doc.lines[0] ?? messageFromName(file, id),
    doc: doc.lines.join("\n"),
    createDate: doc.createDate,
    file,
    checksum: checksumOf(source),
    up: requiredUp(file, exports),
    down: bodyIn(file, exports, "down"),
  };
}

function idIn(file: string, exports: Exports): string {
  const id = exports["revision"];
  if (id === undefined) {
    throw invalid("revision-no-id", file, "exports no `revision`", 'Add `export const revision = "...";`.');
  }
  if (typeof id !== "string") throw wrongType(file, "revision", "a string");
  return checkName(file, "revision", id);
}

function downRevisionsIn(file: string, exports: Exports): readonly string[] {
  if (exports["downRevision"] === undefined) {
    const hint = "Name its parent in `export const downRevision`, or say null for a first revision.";
    throw invalid("revision-no-parent", file, "exports no `downRevision`", hint);
  }
  return namesIn(file, exports, "downRevision");
}

function namesIn(file: string, exports: Exports, name: string): readonly string[] {
  const value = exports[name] ?? [];
  const names: readonly unknown[] = Array.isArray(value) ? value : [value];
  return [...new Set(names)].map((item) => {
    if (typeof item !== "string") throw wrongType(file, name, "a string, an array of strings or null");
    return checkName(file, name, item);
  });
}

function checkName(file: string, name: string, value: string): string {
  if (RESERVED.includes(value)) {
    throw badName(file, name, value, `"${value}" has a meaning of its own in commands`);
  }
  if (value === "") throw badName(file, name, value, "it is empty");
  // These have a meaning in identifiers on the command line; the comma separates lists of them.
  const illegal = /[@\-+:,\s]/.exec(value);
  if (illegal !== null) throw badName(file, name, value, `it holds ${JSON.stringify(illegal[0])}`);
  return value;
}

function bodyIn(file: string, exports: Exports, name: "up" | "down"): MigrationBody | undefined {
  const value = exports[name];
  if (value === undefined) return undefined;
  if (typeof value !== "function") throw wrongType(file, name, "a function");
  // A function's parameters cannot be looked at; the file's own types have checked them.
  return value as MigrationBody;
}

function requiredUp(file: string, exports: Exports): MigrationBody {
  const up = bodyIn(file, exports, "up");
  if (up !== undefined) return up;
  const hint = "Add `export async function up(op: Operations): Promise<void> {}`.";
  throw invalid("revision-no-up", file, "exports no `up`", hint);
}

interface Doc {
  readonly lines: readonly string[];
  readonly createDate: string | undefined;
}

const DOC = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export\s+(?:const|let|var)\s+revision\b/;
const CREATED = /^Created:\s*(\S.*)$/;

function docOf(source: string): Doc {
  const comment = DOC.exec(source)?.[1] ?? "";
  const text = comment.replaceAll("*\\/", "*/");
  const lines = text.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trim());
  const created = lines.find((line) => CREATED.test(line));
  const rest = lines.filter((line) => line !== created);
  return {
    lines: rest.join("\n").trim().split("\n").filter(notOnlyEmpty),
    createDate: CREATED.exec(created ?? "")?.[1],
  };
}

// Splitting an empty text gives one empty line.
function notOnlyEmpty(line: string, _index: number, all: readonly string[]): boolean {
  return all.length > 1 || line !== "";
}

function messageFromName(file: string, id: string): string {
  const name = basename(file).replace(/\.\w+$/, "");
  return (name.startsWith(`${id}_`) ? name.slice(id.length + 1) : name).replaceAll("_", " ");
}

function invalid(code: string, file: string, problem: string, hint: string): RevisionError {
  return new RevisionError(code, `The revision file ${file} ${problem}.`, { hint, data: { file } });
}

function wrongType(file: string, name: string, expected: string): RevisionError {
  return invalid(
    "revision-bad-export",
    file,
    `exports \`${name}\` that is not ${expected}`,
    `Make it ${expected}.`,
  );
}

function badName(file: string, name: string, value: string, reason: string): RevisionError {
  const problem = `says ${JSON.stringify(value)} in \`${name}\`, but ${reason}`;
  return invalid("revision-bad-name", file, problem, "Use letters, digits, dots and underscores.");
}
