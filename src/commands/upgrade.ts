import { downgradeDatabase, upgradeDatabase, type RunReport } from "../runtime/apply.ts";
import type { RunEvent } from "../runtime/run.ts";
import { withWorkspace, type CommandOptions, type Workspace } from "./workspace.ts";

export interface RunCommandOptions extends CommandOptions {
  /** An id, the beginning of one, `head`, `heads`, `base`, `+N` or `-N`. */
  readonly target: string;
  /** How long to wait for another runner, in milliseconds. */
  readonly lockWaitMs?: number | undefined;
  /** Told what happens. */
  readonly onStep?: ((event: RunEvent) => void) | undefined;
}

export interface RunResult extends RunReport {
  /** The database, without password. */
  readonly target: string;
}

/** Applies revisions up to a target, each in a transaction of its own, as the only runner. */
export async function upgrade(options: RunCommandOptions): Promise<RunResult> {
  return withWorkspace(options, (workspace) => run(workspace, options, upgradeDatabase), "writes");
}

/** Undoes revisions down to a target, which stays applied. */
export async function downgrade(options: RunCommandOptions): Promise<RunResult> {
  return withWorkspace(options, (workspace) => run(workspace, options, downgradeDatabase), "writes");
}

async function run(
  workspace: Workspace,
  options: RunCommandOptions,
  go: typeof upgradeDatabase,
): Promise<RunResult> {
  const [graph, session] = await Promise.all([workspace.graph(), workspace.database()]);
  const report = await go(session, graph, options.target, {
    versionTable: workspace.project.versionTable,
    lockWaitMs: options.lockWaitMs,
    signal: options.signal,
    onStep: options.onStep,
    // The embedded database has no second connection.
    reconnect: session.embedded ? undefined : workspace.connectAgain,
  });
  for (const warning of report.warnings) options.warn?.(warning);
  return { ...report, target: session.target };
}
