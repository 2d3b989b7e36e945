import { describeDifferences, type DescribedDifference } from "../diff/describe.ts";
import { compareWithModels } from "./compare.ts";
import { withWorkspace, type CommandOptions } from "./workspace.ts";

export interface CheckResult {
  readonly matches: boolean;
  /** What the models were compared with. */
  readonly against: string;
  readonly differences: readonly DescribedDifference[];
}

/** Whether the models agree with the database. Throws DatabaseStateError when the database is not at the head. */
export async function check(options: CommandOptions): Promise<CheckResult> {
  return withWorkspace(options, async (workspace) => {
    const { difference, against } = await compareWithModels(workspace);
    const differences = describeDifferences(difference.operations);
    return { matches: difference.operations.length === 0, against, differences };
  });
}
