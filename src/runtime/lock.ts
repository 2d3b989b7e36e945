import { createHash } from "node:crypto";
import type { QualifiedName } from "../catalog/name.ts";
import type { Row, Session } from "../database/session.ts";
import { DatabaseStateError } from "../errors.ts";
import { backoff, sleep } from "./wait.ts";

/** Who holds the lock that somebody waits for; what the role may not see is null. */
export interface LockHolder {
  readonly pid: number;
  readonly application: string | null;
  /** Age of the holder's connection. */
  readonly ageSeconds: number | null;
}

/** The lock that one runner at a time holds. */
export interface HeldLock {
  /** The advisory lock's key, a signed 64-bit number. */
  readonly key: string;
  /** The server process that holds it. */
  readonly pid: number;
  /** Frees the lock; harmless where the connection is gone, which frees it too. */
  release(): Promise<void>;
}

export interface LockOptions {
  readonly waitMs: number;
  /** In a transaction of the caller's the lock must last until its end. */
  readonly scope: "session" | "transaction";
  readonly signal?: AbortSignal | undefined;
  readonly onWait?: ((holder: LockHolder | null) => void) | undefined;
}

/** The key of the lock: the same for all who migrate one database with one version table. */
export function lockKey(database: string, table: QualifiedName): string {
  const digest = createHash("sha256")
    .update(["limbeck", database, table.schema, table.name].join("\0"))
    .digest();
  return digest.readBigInt64BE(0).toString();
}

/**
 * Takes the lock, trying again and again: one who waits in pg_advisory_lock holds a snapshot, and CREATE INDEX
 * CONCURRENTLY would wait for that for ever. Throws DatabaseStateError that names the holder when time is up.
 */
export async function acquireLock(session: Session, key: string, options: LockOptions): Promise<HeldLock> {
  const { waitMs, scope, signal, onWait } = options;
  const deadline = Date.now() + waitMs;
  for (let attempt = 1; ; attempt += 1) {
    const pid = await tryLock(session, key, scope);
    if (pid !== null) return { key, pid, release: () => release(session, key, scope) };
    const holder = await holderOf(session, key);
    if (attempt === 1) onWait?.(holder);
    const left = deadline - Date.now();
    if (left <= 0) throw lockHeld(holder, waitMs);
    await sleep(Math.min(left, backoff(attempt, 50, 1000)), signal);
  }
}

// The key as pg_locks shows it: two unsigned halves. A server process is granted a lock that it holds already: to a
// pooled connection, or to a second run on the same one, that would look like holding it alone.
const HELD = `l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())
  AND l.classid::text = $2::text AND l.objid::text = $3::text`;

async function tryLock(session: Session, key: string, scope: LockOptions["scope"]): Promise<number | null> {
  const lock = scope === "session" ? "pg_try_advisory_lock" : "pg_try_advisory_xact_lock";
  const sql = `SELECT pg_backend_pid() AS pid, CASE
      WHEN EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE l.pid = pg_backend_pid() AND ${HELD}) THEN false
      ELSE ${lock}($1::bigint) END AS locked`;
  const [row] = await session.query(sql, [key, ...halves(key)]);
  return row?.["locked"] === true ? Number(row["pid"]) : null;
}

async function release(session: Session, key: string, scope: LockOptions["scope"]): Promise<void> {
  if (scope === "transaction") return;
  const unlock = (): Promise<unknown> => session.query("SELECT pg_advisory_unlock($1::bigint)", [key]);
  // Once more, for the case that a cancellation meant for the migration came late.
  await unlock()
    .catch(unlock)
    .catch(() => undefined);
}

async function holderOf(session: Session, key: string): Promise<LockHolder | null> {
  const sql = `SELECT l.pid, a.application_name AS application,
      extract(epoch FROM clock_timestamp() - a.backend_start)::int AS age
    FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE $1::bigint IS NOT NULL AND ${HELD}`;
  const [row] = await session.query(sql, [key, ...halves(key)]);
  return row === undefined ? null : lockHolder(row);
}

function lockHolder(row: Row): LockHolder {
  const { application, age } = { application: row["application"], age: row["age"] };
  return {
    pid: Number(row["pid"]),
    application: typeof application === "string" && application !== "" ? application : null,
    ageSeconds: age === null || age === undefined ? null : Number(age),
  };
}

function halves(key: string): readonly string[] {
  const unsigned = BigInt.asUintN(64, BigInt(key));
  return [(unsigned >> 32n).toString(), BigInt.asUintN(32, unsigned).toString()];
}

function lockHeld(holder: LockHolder | null, waitMs: number): DatabaseStateError {
  const who = holder === null ? "another run" : describe(holder);
  const end = holder === null ? "" : `, or end it with SELECT pg_terminate_backend(${holder.pid})`;
  const waited = `${Math.round(waitMs / 100) / 10} s`;
  return new DatabaseStateError(
    "lock-held",
    `The migration lock is held by ${who}; waited ${waited} for it.`,
    {
      hint: `Wait until it is done${end}.`,
      data: { holder },
    },
  );
}

function describe({ pid, application, ageSeconds }: LockHolder): string {
  const name = application === null ? "" : `, ${application}`;
  const age = ageSeconds === null ? "" : `, connected for ${ageSeconds} s`;
  return `process ${pid}${name}${age}`;
}
