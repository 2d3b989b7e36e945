import type { Session } from "./session.ts";

/** A local setting is gone with its transaction: with the statement itself where no block is open. */
export async function outlivesStatement(query: Session["query"]): Promise<boolean> {
  await query("SELECT pg_catalog.set_config('limbeck.probe', 'block', true)");
  const [row] = await query("SELECT pg_catalog.current_setting('limbeck.probe', true) AS probe");
  return row?.["probe"] === "block";
}

/** What a transaction that is always rolled back may do. */
export type ScratchMode = "ISOLATION LEVEL REPEATABLE READ, READ ONLY" | "READ WRITE";

/**
 * Runs `work` and then undoes everything, settings included: in a transaction of its own, or, where the caller has one
 * open, behind a savepoint of it. `opening` is SQL that runs first, in the same round trip.
 */
export async function rolledBack<T>(
  session: Session,
  mode: ScratchMode,
  opening: string,
  work: () => Promise<T>,
): Promise<T> {
  const nested = await session.inTransaction();
  const begin = nested ? "SAVEPOINT limbeck_scratch" : `BEGIN TRANSACTION ${mode}`;
  const end = nested
    ? "ROLLBACK TO SAVEPOINT limbeck_scratch; RELEASE SAVEPOINT limbeck_scratch"
    : "ROLLBACK";
  let result: T;
  try {
    await session.execute(`${begin}; ${opening}`);
    result = await work();
  } catch (error) {
    // A lost connection has rolled back already; the first error is the one to see.
    await session.execute(end).catch(() => undefined);
    throw error;
  }
  await session.execute(end);
  return result;
}

/** Makes Postgres print every name with its schema, but for its own, whatever the session looks for. */
export const BARE_PATH = "SET LOCAL search_path = pg_catalog, pg_temp";

// A role without TEMPORARY; a read-only transaction; a standby, to which READ WRITE is a feature that it does not have.
const REFUSALS = ["42501", "25006", "0A000"];

/** The SQLSTATE with which a server refuses to let us create anything temporary; null where something else is wrong. */
export function scratchRefusal(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REFUSALS.includes(code) ? code : null;
}

/** Settings under which every server and every role prints and reads values alike. */
export const PINNED_SETTINGS: string = [
  "SET LOCAL DateStyle = 'ISO, MDY'",
  "SET LOCAL IntervalStyle = 'postgres'",
  "SET LOCAL TimeZone = 'UTC'",
  "SET LOCAL extra_float_digits = 1",
  "SET LOCAL bytea_output = 'hex'",
  "SET LOCAL xmlbinary = 'base64'",
  "SET LOCAL standard_conforming_strings = on",
  "SET LOCAL quote_all_identifiers = off",
  "SET LOCAL jit = off",
].join("; ");
