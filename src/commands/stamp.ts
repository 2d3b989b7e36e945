import { stampDatabase, type StampReport } from "../runtime/stamp.ts";
import { withWorkspace, type CommandOptions } from "./workspace.ts";

export interface StampCommandOptions extends CommandOptions {
  readonly targets: readonly string[];
  /** Forget first what the version table holds. */
  readonly purge?: boolean | undefined;
  readonly lockWaitMs?: number | undefined;
}

export interface StampResult extends StampReport {
  /** The database, without password. */
  readonly target: string;
}

/** Says that the database is at these revisions, without running anything. */
export async function stamp(options: StampCommandOptions): Promise<StampResult> {
  return withWorkspace(
    options,
    async (workspace) => {
      const [graph, session] = await Promise.all([workspace.graph(), workspace.database()]);
      const { versionTable } = workspace.project;
      const { purge, lockWaitMs, signal } = options;
      const report = await stampDatabase(session, graph, options.targets, {
        versionTable,
        purge,
        lockWaitMs,
        signal,
      });
      return { ...report, target: session.target };
    },
    "writes",
  );
}
