import type { Session } from "../database/session.ts";
import { DatabaseStateError } from "../errors.ts";
import { displayOf } from "../operations/sql.ts";
import { ancestorsOf, inOrder, type RevisionGraph } from "../revisions/graph.ts";
import { planStamp } from "../revisions/planStamp.ts";
import { rowChanges } from "../revisions/versionRows.ts";
import { logApplied, logUndone, purge, writeRows } from "./journal.ts";
import { ensureVersionTables, withLock, type RunOptions } from "./locked.ts";
import type { RunContext } from "./run.ts";
import { readVersionState } from "./versionState.ts";
import { versionTables, type VersionState } from "./versionTable.ts";

export interface StampOptions extends RunOptions {
  /** Forget first whatever the tables hold, unknown and duplicated rows too, and take all files as they are now. */
  readonly purge?: boolean | undefined;
}

/** The version rows before and after. */
export interface StampReport {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Says that a database is at `targets`, without running anything. Ends what was left unfinished. */
export async function stampDatabase(
  session: Session,
  graph: RevisionGraph,
  targets: readonly string[],
  options: StampOptions = {},
): Promise<StampReport> {
  // Names a target that means nothing before anything is written.
  planStamp(graph, [], targets);
  return withLock(session, options, async (context) => {
    const state = await readVersionState(session, context.tables);
    if (options.purge !== true) checkRows(graph, state);
    await ensureVersionTables(context, state);
    const { after } = planStamp(graph, options.purge === true ? [] : state.rows, targets);
    await write(context, graph, state, after, options.purge === true);
    return { before: state.rows, after };
  });
}

function checkRows(graph: RevisionGraph, { tables, rows }: VersionState): void {
  const wrong = rows.find((row, index) => !graph.revisions.has(row) || rows.indexOf(row) !== index);
  if (wrong === undefined) return;
  const problem = graph.revisions.has(wrong) ? "more than once" : "which no file has";
  throw new DatabaseStateError(
    graph.revisions.has(wrong) ? "version-duplicated" : "unknown-version",
    `The version table ${displayOf(tables.version)} holds ${wrong}, ${problem}.`,
    { hint: "Add --purge to forget what the table holds.", data: { rows } },
  );
}

async function write(
  { session, tables, transactions }: RunContext,
  graph: RevisionGraph,
  state: VersionState,
  after: readonly string[],
  fresh: boolean,
): Promise<void> {
  const transaction = await transactions.begin();
  try {
    if (fresh) await purge(session, tables);
    await writeRows(session, tables, rowChanges(fresh ? [] : state.rows, after));
    const known = fresh ? [] : state.log;
    const applied = ancestorsOf(graph, after);
    for (const { revision } of known) if (!applied.has(revision)) await logUndone(session, tables, revision);
    const kept = new Set(known.filter(({ progress }) => progress === null).map(({ revision }) => revision));
    for (const revision of inOrder(graph, applied)) {
      if (!kept.has(revision.id))
        await logApplied(session, tables, revision, { xid: null, durationMs: null });
    }
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
  await transaction.commit();
}

/** Makes the version table and the log where they are missing; says whether there was anything to make. */
export async function ensureVersion(session: Session, options: RunOptions = {}): Promise<boolean> {
  const seen = await readVersionState(session, versionTables(options.versionTable));
  if (seen.versionExists && seen.logExists) return false;
  return withLock(session, options, async (context) => {
    const state = await readVersionState(session, context.tables);
    await ensureVersionTables(context, state);
    return !(state.versionExists && state.logExists);
  });
}
