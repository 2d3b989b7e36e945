import type { CurrentResult } from "../../commands/current.ts";
import type { HistoryResult, RevisionEntry } from "../../commands/history.ts";
import type { RevisionResult } from "../../commands/revision.ts";
import type { ShowResult } from "../../commands/show.ts";
import type { StampResult } from "../../commands/stamp.ts";
import type { Colors } from "../report.ts";
import { sayDifferences } from "./differences.ts";

/** What `limbeck revision` says. */
export function sayRevision(result: RevisionResult, colors: Colors): string {
  if (result.withdrawn)
    return "The hook processRevisionDirectives left nothing to write. No file was written.";
  if (result.file === null)
    return `Nothing has changed: the models agree with ${result.against ?? "the database"}. No file was written.`;
  const found =
    result.against === null
      ? []
      : [sayDifferences(result.differences, `between the models and ${result.against}`, colors)];
  return [...found, ...proofLine(result, colors), `${colors.green("wrote")} ${result.file}`].join("\n");
}

function proofLine({ proof }: RevisionResult, colors: Colors): readonly string[] {
  if (proof === null) return [];
  if (proof.where !== null) return [`${colors.green("proven")} up, down and up again on ${proof.where}`];
  return [`${colors.yellow("not proven")} ${proof.reason ?? "no scratch database could be opened"}`];
}

/** What `limbeck current` says. */
export function sayCurrent(result: CurrentResult, verbose: boolean, colors: Colors): string {
  const where = verbose
    ? [`${colors.dim("database")} ${result.target}`, `${colors.dim("chosen by")} ${result.source}`]
    : [];
  const at = result.current.map((id) => (result.heads.includes(id) ? `${id} ${colors.cyan("(head)")}` : id));
  const behind =
    result.missing.length === 0
      ? []
      : [colors.yellow(`behind by ${result.missing.map(({ id }) => id).join(", ")}`)];
  return [
    ...where,
    ...(at.length === 0 ? ["base: no revision is applied"] : at),
    ...behind,
    ...unfinishedLines(result.unfinished, colors),
  ].join("\n");
}

function unfinishedLines(unfinished: CurrentResult["unfinished"], { red }: Colors): readonly string[] {
  if (unfinished === null) return [];
  const { revision, direction, statements, remedy } = unfinished;
  return [
    `${red(`${revision} is unfinished`)} on its way ${direction}: ${statements} of its statements ran. ${remedy}`,
  ];
}

/** What `limbeck history` and `limbeck heads` say. */
export function sayHistory(
  { revisions, unfinished = null }: HistoryResult,
  verbose: boolean,
  colors: Colors,
): string {
  if (revisions.length === 0) return "There are no revisions yet.";
  const entries = revisions.map((entry) => (verbose ? entryText(entry, colors) : entryLine(entry, colors)));
  return [...entries, ...unfinishedLines(unfinished, colors)].join(verbose ? "\n\n" : "\n");
}

function entryLine(entry: RevisionEntry, colors: Colors): string {
  const parents = entry.downRevisions.length === 0 ? "base" : entry.downRevisions.join(", ");
  return `${colors.dim(`${parents} -> `)}${colors.bold(entry.id)}${marks(entry, colors)} ${entry.message}`;
}

function marks({ isHead, isCurrent, isUnfinished }: RevisionEntry, colors: Colors): string {
  const words = [
    ...(isHead ? ["head"] : []),
    ...(isCurrent === true ? ["current"] : []),
    ...(isUnfinished === true ? ["unfinished"] : []),
  ];
  return words.length === 0 ? "" : colors.cyan(` (${words.join(", ")})`);
}

function entryText(entry: RevisionEntry, colors: Colors): string {
  const parents = entry.downRevisions.length === 0 ? "base" : entry.downRevisions.join(", ");
  return [
    `${colors.bold(`revision ${entry.id}`)}${marks(entry, colors)}`,
    `follows  ${parents}`,
    `file     ${entry.file}`,
    "",
    ...entry.doc.split("\n").map((line) => `    ${line}`.trimEnd()),
  ].join("\n");
}

/** What `limbeck show` says: the entry, then the file. */
export function sayShown({ revisions }: ShowResult, colors: Colors): string {
  return revisions.map((entry) => `${entryText(entry, colors)}\n\n${entry.source.trimEnd()}`).join("\n\n");
}

/** What `limbeck stamp` says. */
export function sayStamp({ before, after, target }: StampResult, colors: Colors): string {
  return `${colors.green("stamped")} ${target}: ${sayIds(before)} -> ${sayIds(after)}`;
}

function sayIds(ids: readonly string[]): string {
  return ids.length === 0 ? "base" : ids.join(", ");
}
