import { relative } from "node:path";
import { headsOf, inOrder, revisionOf, type RevisionGraph } from "../revisions/graph.ts";
import type { Revision } from "../revisions/revision.ts";
import type { Unfinished } from "../runtime/unfinished.ts";
import { appliedState, type AppliedState } from "./state.ts";
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
  /** Whether a run has left it half done in the database; undefined where nobody asked. */
  readonly isUnfinished?: boolean | undefined;
}

export interface HistoryOptions extends CommandOptions {
  /** Ask the database which revisions it is at. */
  readonly indicateCurrent?: boolean | undefined;
}

export interface HistoryResult {
  readonly revisions: readonly RevisionEntry[];
  /** The revision that a run has left half done; undefined where nobody asked. */
  readonly unfinished?: Unfinished | null | undefined;
}

/** Every revision, newest first. */
export async function history(options: HistoryOptions): Promise<HistoryResult> {
  return withWorkspace(options, async (workspace) => {
    const graph = await workspace.graph();
    const state = options.indicateCurrent === true ? await appliedState(workspace) : undefined;
    const newestFirst = inOrder(graph, new Set(graph.revisions.keys())).toReversed();
    const revisions = newestFirst.map((revision) => entryOf(revision, graph, options.cwd, state));
    return state === undefined ? { revisions } : { revisions, unfinished: state.unfinished };
  });
}

/** The revisions that no other follows. */
export async function heads(options: CommandOptions): Promise<HistoryResult> {
  return withWorkspace(options, async (workspace) => {
    const graph = await workspace.graph();
    return { revisions: headsOf(graph).map((id) => entryOf(revisionOf(graph, id), graph, options.cwd)) };
  });
}

/** A revision as lists show it; `state` is the database's. */
export function entryOf(
  { id, downRevisions, message, doc, file }: Revision,
  graph: RevisionGraph,
  cwd: string,
  state?: AppliedState,
): RevisionEntry {
  const entry = {
    id,
    downRevisions,
    message,
    doc,
    file: relative(cwd, file),
    isHead: headsOf(graph).includes(id),
  };
  if (state === undefined) return entry;
  return { ...entry, isCurrent: state.current.includes(id), isUnfinished: state.unfinished?.revision === id };
}
