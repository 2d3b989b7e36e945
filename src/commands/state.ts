import { headsOf } from "../revisions/graph.ts";
import { readCurrent } from "../runtime/current.ts";
import type { Unfinished } from "../runtime/unfinished.ts";
import type { Workspace } from "./workspace.ts";

/** A revision in brief. */
export interface RevisionBrief {
  readonly id: string;
  readonly message: string;
}

/** What a database has and lacks of the project's revisions. */
export interface AppliedState {
  /** The version rows: one for each head that is applied. */
  readonly current: readonly string[];
  readonly heads: readonly string[];
  /** Revisions that are not applied, in the order in which they would be. */
  readonly missing: readonly RevisionBrief[];
  /** The revision that a run left half done. */
  readonly unfinished: Unfinished | null;
  /** The database, without password. */
  readonly target: string;
}

/** Asks the project's database what is applied; never writes. */
export async function appliedState(workspace: Workspace): Promise<AppliedState> {
  const [graph, session] = await Promise.all([workspace.graph(), workspace.database()]);
  const { revisions, missing, unfinished } = await readCurrent(
    session,
    graph,
    workspace.project.versionTable,
  );
  return {
    current: revisions.map(({ id }) => id),
    heads: headsOf(graph),
    missing: missing.map(({ id, message }) => ({ id, message })),
    unfinished,
    target: session.target,
  };
}
