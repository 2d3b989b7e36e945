import type { Session } from "../database/session.ts";
import { sleep } from "./wait.ts";

/** What became of a transaction whose COMMIT was never answered. */
export type CommitOutcome = "committed" | "aborted" | "unknown";

export interface ResolveOptions {
  /** Opens a new connection to the same database. */
  readonly reconnect: () => Promise<Session>;
  readonly waitMs?: number;
  readonly pollMs?: number;
}

/**
 * Asks the server, over a new connection, what became of a transaction; waits while it is still at work on it. Unknown
 * where no connection can be had in time. Never throws.
 */
export async function resolveCommit(xid: string, options: ResolveOptions): Promise<CommitOutcome> {
  const { reconnect, waitMs = 30_000, pollMs = 200 } = options;
  const deadline = Date.now() + waitMs;
  for (;;) {
    const outcome = await ask(xid, reconnect);
    if (outcome !== null) return outcome;
    if (Date.now() + pollMs > deadline) return "unknown";
    await sleep(pollMs, undefined);
  }
}

async function ask(xid: string, reconnect: () => Promise<Session>): Promise<CommitOutcome | null> {
  const session = await reconnect().catch(() => null);
  if (session === null) return null;
  try {
    const [row] = await session.query("SELECT pg_xact_status($1::text::xid8) AS status", [xid]);
    const status = row?.["status"];
    // Null: too long ago for the server to remember.
    if (status === null) return "unknown";
    return status === "committed" || status === "aborted" ? status : null;
  } catch {
    return null;
  } finally {
    await session.close().catch(() => undefined);
  }
}
