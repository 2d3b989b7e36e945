import type { QualifiedName } from "../catalog/name.ts";
import type { Session } from "../database/session.ts";
import { ancestorsOf, headsOf, inOrder, type RevisionGraph } from "../revisions/graph.ts";
import type { Revision } from "../revisions/revision.ts";
import { checkState } from "./applied.ts";
import { unfinishedIn, type Unfinished } from "./unfinished.ts";
import { readVersionState } from "./versionState.ts";
import { versionTables, type LogEntry } from "./versionTable.ts";

/** Where a database stands in the graph. */
export interface Current {
  /** The revisions of the version rows; none at the base. */
  readonly revisions: readonly Revision[];
  /** Whether everything is applied. */
  readonly atHead: boolean;
  /** What is not applied, in the order in which it would be. */
  readonly missing: readonly Revision[];
  /** When and how each applied revision was applied, as far as it is known. */
  readonly log: readonly LogEntry[];
  /** The revision that a run left half done. */
  readonly unfinished: Unfinished | null;
}

/** Says where a database stands. Writes nothing and needs no lock. Throws as `upgradeDatabase` does where it cannot be said. */
export async function readCurrent(
  session: Session,
  graph: RevisionGraph,
  versionTable?: QualifiedName,
): Promise<Current> {
  const state = await readVersionState(session, versionTables(versionTable));
  checkState(graph, state);
  const applied = ancestorsOf(graph, state.rows);
  const missing = [...graph.revisions.values()].filter(({ id }) => !applied.has(id));
  return {
    revisions: inOrder(graph, new Set(state.rows)),
    atHead: headsOf(graph).every((id) => applied.has(id)),
    missing,
    log: state.log,
    unfinished: unfinishedIn(state),
  };
}
