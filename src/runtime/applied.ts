import { DatabaseStateError, RevisionError } from "../errors.ts";
import { displayOf } from "../operations/sql.ts";
import { ancestorsOf, tipsOf, type RevisionGraph } from "../revisions/graph.ts";
import { nearest } from "../revisions/nearest.ts";
import type { LogEntry, VersionState } from "./versionTable.ts";

/**
 * Checks that the version rows, the log and the files tell one story. Throws DatabaseStateError where rows are
 * duplicated, unknown or at odds with the log; RevisionError where an applied file was edited or is gone.
 */
export function checkState(graph: RevisionGraph, state: VersionState): void {
  checkDuplicates(state);
  checkKnown(graph, state);
  checkOverlap(graph, state);
  const applied = ancestorsOf(graph, state.rows);
  for (const entry of state.log) checkEntry(graph, state, applied, entry);
}

/** The revision that a run left half done, if there is one. */
export function unfinishedOf(state: VersionState): LogEntry | null {
  return state.log.find(({ progress }) => progress !== null) ?? null;
}

function checkDuplicates({ tables, rows }: VersionState): void {
  const duplicate = rows.find((row, index) => rows.indexOf(row) !== index);
  if (duplicate === undefined) return;
  const table = displayOf(tables.version);
  throw new DatabaseStateError(
    "version-duplicated",
    `The version table ${table} holds ${duplicate} more than once.`,
    {
      hint: `Write it anew with \`limbeck stamp --purge ${[...new Set(rows)].join(" ")}\`.`,
      data: { table, rows },
    },
  );
}

function checkKnown(graph: RevisionGraph, { tables, rows, log }: VersionState): void {
  const unknown = rows.find((row) => !graph.revisions.has(row));
  if (unknown === undefined) return;
  if (log.some(({ revision }) => revision === unknown)) throw missingFile(unknown);
  const near = nearest(unknown, [...graph.revisions.keys()]);
  const likely = near[0] ?? "base";
  throw new DatabaseStateError(
    "unknown-version",
    `The database is at revision ${unknown}, which no file in the migrations folder has.`,
    {
      hint: `Check that folder and database belong together; \`limbeck stamp --purge ${likely}\` would say that the database is at ${likely}.`,
      data: { table: displayOf(tables.version), revision: unknown, nearest: near },
    },
  );
}

function missingFile(revision: string): RevisionError {
  return new RevisionError(
    "revision-file-missing",
    `Revision ${revision} is applied, but its file is gone.`,
    {
      hint: "Bring the file back from version control; to undo the revision, downgrade before the file is removed.",
      data: { revision },
    },
  );
}

function checkOverlap(graph: RevisionGraph, { tables, rows }: VersionState): void {
  const tips = tipsOf(graph, ancestorsOf(graph, rows));
  const extra = rows.find((row) => !tips.includes(row));
  if (extra === undefined) return;
  const table = displayOf(tables.version);
  throw new DatabaseStateError(
    "version-overlap",
    `The version table ${table} holds ${extra}, which is part of what ${tips.join(", ")} stands for.`,
    { hint: `Write it anew with \`limbeck stamp --purge ${tips.join(" ")}\`.`, data: { table, rows } },
  );
}

function checkEntry(
  graph: RevisionGraph,
  state: VersionState,
  applied: ReadonlySet<string>,
  entry: LogEntry,
): void {
  const revision = graph.revisions.get(entry.revision);
  if (revision === undefined) throw missingFile(entry.revision);
  // What is unfinished is checked statement by statement when it is resumed.
  if (entry.progress !== null) return;
  if (!applied.has(entry.revision)) throw behindLog(state, entry.revision);
  if (revision.checksum === entry.checksum) return;
  throw new RevisionError(
    "revision-edited",
    `Revision ${revision.id} (${revision.file}) was edited after it was applied.`,
    {
      hint: `Put the file back as it was and write the change as a new revision; \`limbeck stamp --purge ${state.rows.join(" ")}\` accepts the files as they are.`,
      data: { revision: revision.id, file: revision.file, applied: entry.checksum, now: revision.checksum },
    },
  );
}

function behindLog({ tables, rows }: VersionState, revision: string): DatabaseStateError {
  const [version, log] = [displayOf(tables.version), displayOf(tables.log)];
  const at = rows.length === 0 ? "base" : rows.join(" ");
  return new DatabaseStateError(
    "version-mismatch",
    `${log} says that revision ${revision} is applied, but ${version} says that the database is at ${at}.`,
    {
      hint: `If it is applied, \`limbeck stamp ${revision}\`; if not, \`limbeck stamp --purge ${at}\`.`,
      data: { rows, revision },
    },
  );
}
