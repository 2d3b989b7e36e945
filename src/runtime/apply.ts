import type { Session } from "../database/session.ts";
import type { RevisionGraph } from "../revisions/graph.ts";
import { planDowngrade } from "../revisions/planDowngrade.ts";
import { planUpgrade } from "../revisions/planUpgrade.ts";
import type { Step, StepPlan } from "../revisions/steps.ts";
import { checkState, unfinishedOf } from "./applied.ts";
import { applyError, connectionLost, isConnectionLoss, isLockConflict, type Outcome } from "./failure.ts";
import { ensureVersionTables, withLock, type RunOptions } from "./locked.ts";
import { bodyOf, Migration } from "./migration.ts";
import type { RunContext, StepReport } from "./run.ts";
import { CommitFailure } from "./transaction.ts";
import { revisionUnfinished, unfinishedIn } from "./unfinished.ts";
import { readVersionState } from "./versionState.ts";
import { versionTables, type Progress, type VersionState } from "./versionTable.ts";
import { backoff, sleep, throwIfAborted } from "./wait.ts";

export type { RunOptions } from "./locked.ts";

/** What a run has done. */
export interface RunReport {
  readonly direction: "up" | "down";
  /** The version rows before and after. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly steps: readonly StepReport[];
  readonly warnings: readonly string[];
}

/** Takes a database up to `target`; nothing where it is there. Other runners wait or are waited for. */
export function upgradeDatabase(
  session: Session,
  graph: RevisionGraph,
  target: string,
  options: RunOptions = {},
): Promise<RunReport> {
  return migrate(session, graph, "up", (current) => planUpgrade(graph, current, target), options);
}

/** Takes a database down to `target`, which stays applied. */
export function downgradeDatabase(
  session: Session,
  graph: RevisionGraph,
  target: string,
  options: RunOptions = {},
): Promise<RunReport> {
  return migrate(session, graph, "down", (current) => planDowngrade(graph, current, target), options);
}

type Plan = (current: readonly string[]) => StepPlan;

async function migrate(
  session: Session,
  graph: RevisionGraph,
  direction: "up" | "down",
  plan: Plan,
  options: RunOptions,
): Promise<RunReport> {
  throwIfAborted(options.signal);
  const seen = await readVersionState(session, versionTables(options.versionTable));
  checkState(graph, seen);
  const expected = plan(seen.rows);
  const report = { direction, before: seen.rows, after: seen.rows, steps: [], warnings: expected.warnings };
  // Nothing to do needs no lock and no right to write. What is unfinished may be another runner's work of this moment.
  if (expected.steps.length === 0 && unfinishedOf(seen) === null) return report;
  return withLock(session, options, async (context) => {
    // Another runner may have been at work until the lock was ours.
    const state = await readVersionState(session, context.tables);
    checkState(graph, state);
    const { steps, warnings } = plan(state.rows);
    const reports = await applySteps(context, state, steps, options.lockRetries);
    return {
      direction,
      before: state.rows,
      after: steps.at(-1)?.after ?? state.rows,
      steps: reports,
      warnings,
    };
  });
}

const LOCK_RETRIES = 8;

/** Applies steps one after the other; `state` was read under the lock. Throws what stopped it; what was done stays. */
async function applySteps(
  context: RunContext,
  state: VersionState,
  steps: readonly Step[],
  lockRetries: number = LOCK_RETRIES,
): Promise<readonly StepReport[]> {
  checkUnfinished(state, steps);
  // Fails now rather than half-way.
  for (const step of steps) bodyOf(step);
  if (steps.length > 0) await ensureVersionTables(context, state);
  const reports: StepReport[] = [];
  for (const step of steps) {
    throwIfAborted(context.signal);
    const resume = state.log.find(({ revision }) => revision === step.revision.id)?.progress ?? null;
    const applied = reports.map(({ revision }) => revision);
    const { report, lost } = await applyStep({ context, step, lockRetries, applied }, resume);
    reports.push(report);
    if (lost && step !== steps.at(-1))
      throw connectionLost(step, "committed", [...applied, step.revision.id], undefined);
  }
  return reports;
}

function checkUnfinished(state: VersionState, steps: readonly Step[]): void {
  const unfinished = unfinishedIn(state);
  if (unfinished === null) return;
  const { revision: id, direction } = unfinished;
  if (steps.some((step) => step.revision.id === id && step.direction === direction)) return;
  throw revisionUnfinished(unfinished);
}

interface Application {
  readonly context: RunContext;
  readonly step: Step;
  readonly lockRetries: number;
  readonly applied: readonly string[];
}

/** Tries a step until it succeeds or fails for another reason than somebody else's lock. */
async function applyStep(
  { context, step, lockRetries, applied }: Application,
  resume: Progress | null,
): Promise<{ readonly report: StepReport; readonly lost: boolean }> {
  context.emit({ type: "start", step, resumed: resume !== null });
  let saved = resume;
  for (let attempt = 1; ; attempt += 1) {
    const migration = new Migration(context, step, saved);
    try {
      const lost = (await migration.run()) === "committed-and-lost";
      context.emit({ type: "done", step, durationMs: migration.durationMs });
      return { report: reportOf(step, migration, resume !== null), lost };
    } catch (error) {
      ({ saved } = migration);
      throwIfAborted(context.signal);
      if (!isLockConflict(error) || attempt > lockRetries)
        throw translate(step, error, saved !== null, applied);
      const delayMs = Math.round(backoff(attempt, 500, 10_000));
      context.emit({ type: "retry", step, attempt, delayMs });
      await sleep(delayMs, context.signal);
    }
  }
}

function reportOf({ revision, direction }: Step, migration: Migration, resumed: boolean): StepReport {
  const { id, message, file } = revision;
  const { durationMs, executed: statements } = migration;
  return { revision: id, message, file, direction, durationMs, statements, resumed };
}

function translate(step: Step, error: unknown, unfinished: boolean, applied: readonly string[]): Error {
  const rest: Outcome = unfinished ? "unfinished" : "rolled-back";
  if (error instanceof CommitFailure) {
    return connectionLost(step, error.outcome === "unknown" ? "unknown" : rest, applied, error);
  }
  if (isConnectionLoss(error)) return connectionLost(step, rest, applied, error);
  return applyError(step, error, rest, applied);
}
