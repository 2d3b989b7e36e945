import { appliedState, type AppliedState } from "./state.ts";
import { withWorkspace, type CommandOptions } from "./workspace.ts";

export interface CurrentResult extends AppliedState {
  readonly atHead: boolean;
  /** Which rule chose the database: `--url`, `DATABASE_URL`, ..., or `embedded`. */
  readonly source: string;
}

/** What the database is at. Never writes, not even the version table. */
export async function current(options: CommandOptions): Promise<CurrentResult> {
  return withWorkspace(options, async (workspace) => {
    const state = await appliedState(workspace);
    return {
      ...state,
      atHead: state.missing.length === 0 && state.unfinished === null,
      source: workspace.url?.source ?? "embedded default",
    };
  });
}
