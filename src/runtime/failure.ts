import { ApplyError, ConnectionError, DatabaseStateError, LimbeckError } from "../errors.ts";
import type { Step } from "../revisions/steps.ts";

/** What Postgres said about an error. */
export interface ServerError {
  readonly sqlstate: string;
  readonly message: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly position?: string | undefined;
  readonly where?: string | undefined;
}

// Five signs with a digit among them: EPIPE is not one.
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** What Postgres said, if the error or one of its causes came from Postgres. Reads any driver's errors. */
export function serverErrorOf(error: unknown): ServerError | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const sqlstate = textOf(at, "code");
    if (sqlstate === undefined || !SQLSTATE.test(sqlstate)) continue;
    return {
      sqlstate,
      message: at.message,
      detail: textOf(at, "detail"),
      hint: textOf(at, "hint"),
      position: textOf(at, "position"),
      where: textOf(at, "where"),
    };
  }
  return null;
}

function textOf(error: Error, key: string): string | undefined {
  const value: unknown = key in error ? Reflect.get(error, key) : undefined;
  return typeof value === "string" ? value : undefined;
}

/** Whether an error says that the connection is gone. */
export function isConnectionLoss(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ConnectionError) return true;
  // 57P01 to 57P05: the server ends the session.
  return /^(?:08|57P0)/.test(serverErrorOf(error)?.sqlstate ?? "");
}

/**
 * Whether nobody has said what became of a COMMIT that failed with `error`. The server may end a session between the
 * commit and its answer, so its farewell tells nothing.
 */
export function isCommitUnknown(error: unknown): boolean {
  return serverErrorOf(error) === null || isConnectionLoss(error);
}

/** Whether waiting and trying again may help: a lock that was not to be had, or a deadlock that we lost. */
export function isLockConflict(error: unknown): boolean {
  return ["55P03", "40P01"].includes(serverErrorOf(error)?.sqlstate ?? "");
}

/** A statement of a migration that failed, with the driver's error as its cause. */
export class StatementFailure extends Error {
  readonly statement: string;
  constructor(statement: string, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.statement = statement;
  }
}

/** What became of the revision that failed. */
export type Outcome = "rolled-back" | "unfinished" | "unknown";

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  "rolled-back": "Nothing of it remains",
  unfinished: "What it had committed before remains, and the next run continues after it",
  unknown: "Whether it was committed is not known",
};

/** The error of a migration that failed: names revision, statement and SQLSTATE, and says what remains. */
export function applyError(
  step: Step,
  error: unknown,
  outcome: Outcome,
  applied: readonly string[],
): LimbeckError {
  if (error instanceof LimbeckError) return error;
  const { revision, direction } = step;
  const server = serverErrorOf(error);
  const statement = error instanceof StatementFailure ? excerpt(error.statement) : undefined;
  const verb = direction === "up" ? "applied" : "undone";
  const lines = [
    `Revision ${revision.id} (${revision.message}) could not be ${verb}: ${reasonOf(error, server)}`,
    ...(statement === undefined ? [] : [`  statement: ${statement}`]),
    ...(server?.detail === undefined ? [] : [`  detail: ${server.detail}`]),
    ...(server?.hint === undefined ? [] : [`  hint: ${server.hint}`]),
    ...(server?.where === undefined ? [] : [`  where: ${server.where}`]),
  ];
  return new ApplyError(codeOf(server), lines.join("\n"), {
    cause: error,
    hint: `${OUTCOMES[outcome]}${stayed(applied, direction)}; ${correction(revision.file, server)} and run the command again.`,
    data: { revision: revision.id, file: revision.file, direction, statement, outcome, applied, ...server },
  });
}

function correction(file: string, server: ServerError | null): string {
  // "... cannot run inside a transaction block": VACUUM, CREATE INDEX CONCURRENTLY, CREATE DATABASE.
  if (server?.sqlstate === "25001") return `put the statement into op.autocommit in ${file}`;
  return `correct ${file} or the data`;
}

function codeOf(server: ServerError | null): string {
  if (server?.sqlstate === "55P03") return "lock-timeout";
  return server === null ? "migration-error" : "statement-failed";
}

function reasonOf(error: unknown, server: ServerError | null): string {
  if (server !== null) return `${server.message} (SQLSTATE ${server.sqlstate})`;
  return error instanceof Error ? error.message : String(error);
}

function stayed(applied: readonly string[], direction: "up" | "down"): string {
  if (applied.length === 0) return "";
  const verb = direction === "up" ? "applied" : "undone";
  return `, and ${applied.join(", ")} ${applied.length === 1 ? "stays" : "stay"} ${verb}`;
}

const EXCERPT = 300;

/** The beginning of a statement, on one line, without passwords. */
export function excerpt(sql: string): string {
  const line = sql
    .replace(/\bpassword\s+(?:E?'(?:[^'\\]|''|\\.)*'?)/gi, "PASSWORD '***'")
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= EXCERPT ? line : `${line.slice(0, EXCERPT)}...`;
}

/** The connection went away while a revision was under way. */
export function connectionLost(
  step: Step,
  outcome: Outcome | "committed",
  applied: readonly string[],
  cause: unknown,
): ApplyError {
  const { revision, direction } = step;
  const became: Readonly<Record<Outcome | "committed", string>> = {
    "rolled-back": "was rolled back",
    unfinished: "is unfinished and will be continued",
    unknown: "may or may not have been committed",
    committed: "was committed",
  };
  const command = outcome === "unknown" ? "`limbeck current` tells; then run" : "Run";
  return new ApplyError(
    "connection-lost",
    `The connection was lost; revision ${revision.id} ${became[outcome]}.`,
    {
      cause,
      hint: `${command} the command again.`,
      data: { revision: revision.id, direction, outcome, applied },
    },
  );
}

/** The version table did not hold the row that was to be changed: somebody else has changed it. */
export function versionRowMismatch(table: string, revision: string, found: number): DatabaseStateError {
  return new DatabaseStateError(
    "version-row-mismatch",
    `The row of ${revision} in ${table} should be there once, but was found ${found} times.`,
    {
      hint: "Somebody else changes the version table; look at `limbeck current` and run the command again.",
      data: { revision },
    },
  );
}
