import type { QualifiedName } from "../catalog/name.ts";
import type { Session } from "../database/session.ts";
import { DatabaseStateError } from "../errors.ts";
import { displayOf } from "../operations/sql.ts";
import { serverErrorOf } from "./failure.ts";
import { acquireLock, lockKey } from "./lock.ts";
import type { RunContext, RunEvent } from "./run.ts";
import { inspectServer } from "./server.ts";
import { migrationSettings } from "./settings.ts";
import { callersTransactions, ownTransactions } from "./transaction.ts";
import { createVersionTables, versionTables, type VersionState } from "./versionTable.ts";

/** How a run behaves; everything has a default. */
export interface RunOptions {
  readonly versionTable?: QualifiedName | undefined;
  /** How long to wait for another runner: 60 s. */
  readonly lockWaitMs?: number | undefined;
  /** How long one statement may wait for a table's lock before the whole migration is tried again: 3 s. */
  readonly lockTimeoutMs?: number | undefined;
  /** How often a migration is tried again after such a timeout: 8 times. */
  readonly lockRetries?: number | undefined;
  /** Stops the run: between two statements, or in one where `reconnect` is given. */
  readonly signal?: AbortSignal | undefined;
  /** Opens another connection to the same database: to cancel a statement, and to learn what became of a COMMIT. */
  readonly reconnect?: (() => Promise<Session>) | undefined;
  /** Told what happens. Must not throw. */
  readonly onStep?: ((event: RunEvent) => void) | undefined;
}

const LOCK_WAIT_MS = 60_000;
const LOCK_TIMEOUT_MS = 3000;

/** Does `work` as the only runner. */
export async function withLock<T>(
  session: Session,
  options: RunOptions,
  work: (context: RunContext) => Promise<T>,
): Promise<T> {
  const tables = versionTables(options.versionTable);
  const { database, withinCallers, searchPath } = await inspectServer(session);
  const emit = options.onStep ?? (() => undefined);
  const { signal, reconnect } = options;
  const lock = await acquireLock(session, lockKey(database, tables.version), {
    waitMs: options.lockWaitMs ?? LOCK_WAIT_MS,
    scope: withinCallers ? "transaction" : "session",
    signal,
    onWait: (holder) => emit({ type: "lock-wait", holder }),
  });
  const source = withinCallers ? callersTransactions : ownTransactions;
  const settings = migrationSettings(session, options.lockTimeoutMs ?? LOCK_TIMEOUT_MS, searchPath);
  const transactions = source(session, { lock, settings, reconnect });
  const stopListening = cancelOnAbort(lock.pid, options);
  try {
    return await work({ session, tables, lock, transactions, settings, signal, emit });
  } finally {
    await stopListening();
    await lock.release();
  }
}

/** Has a statement that is being executed cancelled when the run is to stop. What it returns ends that. */
function cancelOnAbort(pid: number, { signal, reconnect }: RunOptions): () => Promise<void> {
  if (signal === undefined || reconnect === undefined) return () => Promise.resolve();
  let pending = Promise.resolve();
  const onAbort = (): void => {
    // If it cannot be cancelled, the run ends after the statement.
    pending = cancelBackend(pid, reconnect).catch(() => undefined);
  };
  signal.addEventListener("abort", onAbort, { once: true });
  return async () => {
    signal.removeEventListener("abort", onAbort);
    // Later it could hit a statement of the caller's.
    await pending;
  };
}

async function cancelBackend(pid: number, reconnect: () => Promise<Session>): Promise<void> {
  const session = await reconnect();
  try {
    await session.query("SELECT pg_cancel_backend($1::int)", [pid]);
  } finally {
    await session.close();
  }
}

/** Makes the bookkeeping's tables where they are missing. Throws DatabaseStateError where the role may not. */
export async function ensureVersionTables(
  { session, transactions }: RunContext,
  state: VersionState,
): Promise<void> {
  const table = displayOf(state.tables.version);
  if (!state.writable) throw notWritable(table, session.target, undefined);
  const statements = createVersionTables(state);
  if (statements.length === 0) return;
  const transaction = await transactions.begin();
  try {
    for (const sql of statements) await session.execute(sql);
  } catch (error) {
    await transaction.rollback();
    throw serverErrorOf(error)?.sqlstate === "42501" ? notWritable(table, session.target, error) : error;
  }
  await transaction.commit();
}

function notWritable(table: string, target: string, cause: unknown): DatabaseStateError {
  const reason = serverErrorOf(cause)?.message;
  const why = reason === undefined ? "" : `: ${reason}`;
  return new DatabaseStateError(
    "version-table-privilege",
    `The role of ${target} may not write the version table ${table}${why}.`,
    {
      cause,
      hint: "Use the role that owns it, or set `versionTable` to a schema in which the role may create tables.",
    },
  );
}
