import type { Row, Session } from "../database/session.ts";
import { ApplyError, DatabaseStateError } from "../errors.ts";
import { resolveCommit } from "./commitOutcome.ts";
import { isCommitUnknown } from "./failure.ts";
import type { HeldLock } from "./lock.ts";
import { exchangeSettings, settingsSql, type Settings } from "./settings.ts";

/** Whether the session outlived its commit. */
export type Committed = "committed" | "committed-and-lost";

/** A transaction in which a migration, or a part of one, runs. */
export interface Transaction {
  /** The transaction's id, in decimal. */
  readonly xid: string;
  /** Commits, and finds out whether it did. Throws where it did not, or nobody can tell. */
  commit(): Promise<Committed>;
  /** Rolls back; harmless where the connection is gone, which rolls back too. */
  rollback(): Promise<void>;
}

/** Where migrations get their transactions from. */
export interface TransactionSource {
  /** Whether all of it happens within a transaction that the caller opened and will end. */
  readonly withinCallers: boolean;
  begin(): Promise<Transaction>;
}

export interface TransactionOptions {
  readonly lock: HeldLock;
  readonly settings: Settings;
  readonly reconnect?: (() => Promise<Session>) | undefined;
}

/** A commit that was not answered and whose outcome cannot be found out, or is known to be a rollback. */
export class CommitFailure extends Error {
  readonly outcome: "aborted" | "unknown";
  constructor(outcome: "aborted" | "unknown", cause: unknown) {
    super(`the connection was lost during COMMIT (${outcome})`, { cause });
    this.outcome = outcome;
  }
}

/** Transactions of our own: BEGIN to COMMIT, each in the server process that holds the lock. */
export function ownTransactions(session: Session, options: TransactionOptions): TransactionSource {
  const { lock, settings } = options;
  const opening = `BEGIN ISOLATION LEVEL READ COMMITTED; ${settingsSql(settings, "local")}`;
  const rollback = async (): Promise<void> => void (await session.execute("ROLLBACK").catch(() => undefined));
  const begin = async (): Promise<Transaction> => {
    await session.execute(opening);
    try {
      const xid = await assertLock(session, lock);
      return { xid, rollback, commit: () => commitOwn(session, xid, options) };
    } catch (error) {
      await rollback();
      throw error;
    }
  };
  return { withinCallers: false, begin };
}

// Besides the process the lock itself is asserted, for the case that something has freed it, and held to the end of
// the transaction, so that nothing in it can free it.
const ASSERT_LOCK = `SELECT pg_backend_pid() AS pid, pg_try_advisory_xact_lock($1::bigint) AS locked,
  pg_current_xact_id()::text AS xid`;

async function assertLock(session: Session, { key, pid }: HeldLock): Promise<string> {
  const [row = {}] = await session.query(ASSERT_LOCK, [key]);
  assertProcess(row, pid);
  if (row["locked"] !== true) {
    throw new DatabaseStateError("lock-lost", "The migration lock was lost while the run was under way.", {
      hint: "A migration must not free advisory locks or reset the session; run the command again.",
    });
  }
  return String(row["xid"]);
}

/** Throws DatabaseStateError where the row's `pid` is not that of the process which holds the lock. */
export function assertProcess(row: Row, holder: number): void {
  const pid = Number(row["pid"]);
  if (pid === holder) return;
  throw new DatabaseStateError(
    "pooled-connection",
    `The connection moved from server process ${holder} to ${pid} between two statements, as PgBouncer does in transaction mode, so the migration lock does not protect it.`,
    {
      hint: "Give the URL of the server itself, for instance in MIGRATION_DATABASE_URL.",
      data: { holder, pid },
    },
  );
}

async function commitOwn(
  session: Session,
  xid: string,
  { reconnect }: TransactionOptions,
): Promise<Committed> {
  await assertInside(session, xid);
  let tag: string;
  try {
    tag = await session.execute("COMMIT");
  } catch (error) {
    if (!isCommitUnknown(error)) throw error;
    const outcome = reconnect === undefined ? "unknown" : await resolveCommit(xid, { reconnect });
    if (outcome !== "committed") throw new CommitFailure(outcome, error);
    return "committed-and-lost";
  }
  if (tag === "COMMIT") return "committed";
  // A transaction in which an error was swallowed answers COMMIT with the tag ROLLBACK, and no error.
  throw rolledBack(tag);
}

async function assertInside(session: Session, xid: string): Promise<void> {
  const [row] = await session.query("SELECT pg_current_xact_id_if_assigned()::text AS xid");
  if (row?.["xid"] === xid) return;
  throw new ApplyError("transaction-left", "The migration ended the transaction in which it ran.", {
    hint: "Part of it may be committed: compare the database with the file. Leave BEGIN, COMMIT and ROLLBACK to Limbeck.",
  });
}

function rolledBack(tag: string): ApplyError {
  return new ApplyError(
    "commit-rolled-back",
    `The server answered COMMIT with ${tag}: nothing was committed.`,
    {
      hint: "A statement of the migration failed and its error was swallowed.",
    },
  );
}

/** Parts of a transaction that the caller opened: each a savepoint, the caller's settings restored after it. */
export function callersTransactions(session: Session, { settings }: TransactionOptions): TransactionSource {
  const rollback = async (): Promise<void> => {
    // Settings made since the savepoint go with it.
    const sql = "ROLLBACK TO SAVEPOINT limbeck_migration; RELEASE SAVEPOINT limbeck_migration";
    await session.execute(sql).catch(() => undefined);
  };
  const begin = async (): Promise<Transaction> => {
    await session.execute("SAVEPOINT limbeck_migration");
    const former = await exchangeSettings(session, settings, "local");
    const [row] = await session.query("SELECT pg_current_xact_id()::text AS xid");
    const xid = String(row?.["xid"]);
    const commit = async (): Promise<Committed> => {
      await assertInside(session, xid);
      await session.query(settingsSql(former, "local"));
      await session.execute("RELEASE SAVEPOINT limbeck_migration");
      return "committed";
    };
    return { xid, commit, rollback };
  };
  return { withinCallers: true, begin };
}
