import { readFile } from "node:fs/promises";
import { UsageError } from "../errors.ts";
import { revisionOf } from "../revisions/graph.ts";
import { resolve } from "../revisions/identifier.ts";
import { entryOf, type RevisionEntry } from "./history.ts";
import { appliedState } from "./state.ts";
import { withWorkspace, type CommandOptions, type Workspace } from "./workspace.ts";

export interface ShowOptions extends CommandOptions {
  /** An id, the beginning of one, `head`, or `current`. */
  readonly target: string;
}

export interface ShowResult {
  readonly revisions: readonly (RevisionEntry & { readonly source: string })[];
}

/** One revision with its source (several where `heads` or `current` mean several). */
export async function show(options: ShowOptions): Promise<ShowResult> {
  return withWorkspace(options, async (workspace) => {
    const graph = await workspace.graph();
    const ids = await targets(workspace, options.target);
    const revisions = ids.map(async (id) => {
      const revision = revisionOf(graph, id);
      return { ...entryOf(revision, graph, options.cwd), source: await readFile(revision.file, "utf8") };
    });
    return { revisions: await Promise.all(revisions) };
  });
}

async function targets(workspace: Workspace, target: string): Promise<readonly string[]> {
  const ids =
    target === "current" ? (await appliedState(workspace)).current : resolve(await workspace.graph(), target);
  if (ids.length > 0) return ids;
  throw new UsageError("nothing-to-show", `${target} is no revision.`, {
    hint: "Run `limbeck history` to see them all.",
  });
}
