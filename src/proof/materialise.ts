import { EMPTY_CATALOG, type Catalog } from "../catalog/catalog.ts";
import type { Session } from "../database/session.ts";
import { diff } from "../diff/diff.ts";
import { statementsOf } from "../objects/implementations.ts";
import { plan } from "../plan/plan.ts";

/** A statement that could not run, with Postgres's reason. */
export interface Refusal {
  readonly sql: string;
  readonly reason: string;
}

/** What stayed out of a scratch database. */
export interface Refusals {
  /** What the catalog itself says: the database cannot stand for it. */
  readonly missing: readonly Refusal[];
  /** What was to support it, and may not have been needed. */
  readonly unsupported: readonly Refusal[];
}

/**
 * Makes an empty database be what a catalog says, on top of what `support` makes, and gives what stayed out. The order
 * among the two is found by trying, since functions need tables and tables need functions.
 */
export async function materialise(
  session: Session,
  catalog: Catalog,
  support: readonly string[],
): Promise<Refusals> {
  const there = await diff(EMPTY_CATALOG, catalog, async (questions) =>
    questions.map(() => ({ equal: false })),
  );
  const calls = plan(there, there).up;
  const supporting = session.embedded ? support : support.filter((sql) => !sql.startsWith(CREATE_ROLE));
  await session.execute("SET check_function_bodies = off");
  try {
    const own = calls.flatMap(statementsOf).map(({ sql }) => sql);
    const refused = await runUntilStuck(session, [...supporting, ...own]);
    const isSupport = new Set(support);
    return {
      missing: refused.filter(({ sql }) => !isSupport.has(sql)),
      unsupported: refused.filter(({ sql }) => isSupport.has(sql)),
    };
  } finally {
    await session.execute("RESET check_function_bodies");
  }
}

async function runUntilStuck(session: Session, statements: readonly string[]): Promise<readonly Refusal[]> {
  const refused: Refusal[] = [];
  for (const sql of statements) {
    const reason = await attempt(session, sql);
    if (reason !== null) refused.push({ sql, reason });
  }
  if (refused.length === 0 || refused.length === statements.length) return refused;
  return runUntilStuck(
    session,
    refused.map(({ sql }) => sql),
  );
}

async function attempt(session: Session, sql: string): Promise<string | null> {
  try {
    await session.execute(sql);
    return null;
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && DUPLICATES.includes(String(error.code));
    return isThere ? null : error instanceof Error ? error.message : String(error);
  }
}

// A server's roles are not ours to make: what needs one that is not there is refused, and said.
const CREATE_ROLE = "CREATE ROLE ";

/** A schema that both the support and the catalog make, a role that the server has. */
const DUPLICATES = ["42P06", "42710"];
