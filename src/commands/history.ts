import { relative } from "node:path";
import { headsOf, inOrder, revisionOf, type RevisionGraph } from "../revisions/graph.ts";
import type { Revision } from "../revisions/revision.ts";
import { appliedState } from "./state.ts";
import { withWorkspace, type CommandOptions } from "./workspace.ts";

/** A revision as lists show it. */
export interface RevisionEntry {
  readonly id: string;
  readonly downRevisions: readonly string[];
  readonly message: string;
  readonly doc: string;
  /** From the working directory. */
  readonly file: string;
  readonly isHead: boolean;
  /** Whether the database is at it; undefined where nobody asked. */
  readonly isCurrent?: boolean | undefined;
}

export interface HistoryOptions extends CommandOptions {
  /** Ask the database which revisions it is at. */
  readonly indicateCurrent?: boolean | undefined;
}

export interface HistoryResult {
  readonly revisions: readonly RevisionEntry[];
}

/** Every revision, newest first. */
export async function history(options: HistoryOptions): Promise<HistoryResult> {
  return withWorkspace(options, async (workspace) => {
    const graph = await workspace.graph();
    const current = options.indicateCurrent === true ? (await appliedState(workspace)).current : undefined;
    const newestFirst = inOrder(graph, new Set(graph.revisions.keys())).toReversed();
    return { revisions: newestFirst.map((revision) => entryOf(revision, graph, options.cwd, current)) };
  });
}

/** The revisions that no other follows. */
export async function heads(options: CommandOptions): Promise<HistoryResult> {
  return withWorkspace(options, async (workspace) => {
    const graph = await workspace.graph();
    return { revisions: headsOf(graph).map((id) => entryOf(revisionOf(graph, id), graph, options.cwd)) };
  });
}

/** A revision as lists show it; `current` are the database's version rows. */
export function entryOf(
  { id, downRevisions, message, doc, file }: Revision,
  graph: RevisionGraph,
  cwd: string,
  current?: readonly string[],
): RevisionEntry {
  const entry = {
    id,
    downRevisions,
    message,
    doc,
    file: relative(cwd, file),
    isHead: headsOf(graph).includes(id),
  };
  return current === undefined ? entry : { ...entry, isCurrent: current.includes(id) };
}
