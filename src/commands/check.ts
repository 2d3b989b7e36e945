import type { DescribedDifference } from "../diff/describe.ts";
import { reverse, type Difference } from "../diff/diff.ts";
import type { Call } from "../objects/methods.ts";
import { plan } from "../plan/plan.ts";
import { resolve } from "../revisions/identifier.ts";
import { nextRevisionId } from "../revisions/number.ts";
import { compareWithModels } from "./compare.ts";
import { directed, type Proposal } from "./directives.ts";
import { withWorkspace, type CommandOptions, type Workspace } from "./workspace.ts";

export interface CheckResult {
  readonly matches: boolean;
  /** What the models were compared with. */
  readonly against: string;
  readonly differences: readonly DescribedDifference[];
}

/**
 * Whether the models agree with the database: whether `revision --autogenerate` would have nothing to write.
 * Throws DatabaseStateError when the database is not at the head.
 */
export async function check(options: CommandOptions): Promise<CheckResult> {
  return withWorkspace(options, async (workspace) => {
    const { difference, against, differences } = await compareWithModels(workspace);
    if (workspace.project.hooks.processRevisionDirectives === undefined)
      return { matches: difference.operations.length === 0, against, differences };
    const left = await afterDirectives(workspace, difference, against);
    if (left === null || left.up.length + left.down.length === 0)
      return { matches: true, against, differences: [] };
    return { matches: false, against, differences: differences.length > 0 ? differences : added(left.up) };
  });
}

async function afterDirectives(
  workspace: Workspace,
  difference: Difference,
  against: string,
): Promise<Proposal | null> {
  const graph = await workspace.graph();
  const downRevision = resolve(graph, "head")[0] ?? null;
  const context = { command: "check", autogenerate: true, downRevision, against } as const;
  const revision = nextRevisionId(graph.revisions.keys());
  const calls = plan(difference, reverse(difference));
  return directed(workspace.project, context, { message: "", revision, ...calls });
}

/** What the hook would have written although nothing differs. */
function added(calls: readonly Call[]): readonly DescribedDifference[] {
  return calls.map(({ method }) => ({
    action: "create",
    object: `call op.${method} (by the hook processRevisionDirectives)`,
    group: "processRevisionDirectives",
    changes: [],
  }));
}
