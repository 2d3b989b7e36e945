import type { Row, Session } from "../database/session.ts";
import type { RecordedStatement } from "./block.ts";
import { assertValid, clearLeftover, concurrentIndexOf } from "./concurrentIndex.ts";
import { isConnectionLoss, serverErrorOf } from "./failure.ts";
import type { RunContext } from "./run.ts";
import { splitStatements, type SqlStatement } from "./scan.ts";
import { aloneSettings, exchangeSettings, settingsSql } from "./settings.ts";
import type { Trail } from "./trail.ts";
import { assertProcess } from "./transaction.ts";

/** What a statement of an autocommit block needs of the migration around it. */
export interface Surroundings {
  readonly context: RunContext;
  readonly trail: Trail;
  /** Opens a transaction. */
  begin(): Promise<void>;
  ask(sql: string, parameters: readonly unknown[], returnsRows: boolean): Promise<readonly Row[]>;
  /** Commits the transaction that is open, or one of its own, with the progress so far. */
  save(running: boolean): Promise<void>;
  rollback(): Promise<void>;
}

/**
 * Runs one statement of an autocommit block. Most can be committed together with the note that they are done, and so
 * happen exactly once. What Postgres refuses to run in a transaction stands between two notes instead: about to run,
 * and done; a run that finds only the first looks at the database to know.
 */
export async function runAlone(statement: RecordedStatement, around: Surroundings): Promise<readonly Row[]> {
  const { sql, parameters, returnsRows } = statement;
  const [parsed] = splitStatements(sql);
  if (parsed !== undefined && (await isDoneAlready(parsed, around))) {
    around.trail.advance(sql, parameters);
    await around.save(false);
    return [];
  }
  await around.begin();
  try {
    const rows = await around.ask(sql, parameters, returnsRows);
    around.trail.advance(sql, parameters);
    await around.save(false);
    return rows;
  } catch (error) {
    if (!isRefusedInTransaction(error) || parsed === undefined) throw error;
    await around.rollback();
  }
  return runOutside(statement, parsed, around);
}

function isRefusedInTransaction(error: unknown): boolean {
  // 25001: must not be in a transaction. 2D000: a procedure commits.
  return ["25001", "2D000"].includes(serverErrorOf(error)?.sqlstate ?? "");
}

async function isDoneAlready(statement: SqlStatement, { context, trail }: Surroundings): Promise<boolean> {
  const left = trail.resumedHere;
  const index = left === null ? null : concurrentIndexOf(statement);
  if (left === null || index === null) return false;
  return (await clearLeftover(context.session, index, left.running)) === "built";
}

async function runOutside(
  { sql, parameters, returnsRows }: RecordedStatement,
  parsed: SqlStatement,
  around: Surroundings,
): Promise<readonly Row[]> {
  const { context, trail } = around;
  const wasRunning = trail.resumedHere?.running === true;
  await around.save(true);
  let rows: readonly Row[] = [];
  try {
    rows = await underSettings(context, async () => around.ask(sql, parameters, returnsRows));
    const index = concurrentIndexOf(parsed);
    if (index !== null) await assertValid(context.session, index);
  } catch (error) {
    // Where the server says no, the statement was not run; where nobody answers, it may have been.
    if (isConnectionLoss(error)) throw error;
    if (!wasRunning || !saysDone(parsed, error)) {
      await around.save(false);
      throw error;
    }
  }
  trail.advance(sql, parameters);
  await around.save(false);
  return rows;
}

/** Whether an error of a statement that may have been run before says that it was. */
function saysDone({ tokens: [first] }: SqlStatement, error: unknown): boolean {
  const sqlstate = serverErrorOf(error)?.sqlstate ?? "";
  // Duplicate table, object, database; and undefined table, object, database.
  if (first?.text === "drop") return ["42P01", "42704", "3D000"].includes(sqlstate);
  return ["42P07", "42710", "42P04"].includes(sqlstate);
}

async function underSettings<T>({ session, lock, settings }: RunContext, work: () => Promise<T>): Promise<T> {
  await assertSameProcess(session, lock.pid);
  const former = await exchangeSettings(session, aloneSettings(settings), "session");
  try {
    return await work();
  } finally {
    await session.query(settingsSql(former, "session")).catch(() => undefined);
  }
}

async function assertSameProcess(session: Session, holder: number): Promise<void> {
  const [row = {}] = await session.query("SELECT pg_backend_pid() AS pid");
  assertProcess(row, holder);
}
