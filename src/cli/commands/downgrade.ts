import type { Command } from "commander";
import { onRun } from "../run.ts";
import { seconds } from "../seconds.ts";
import { sayRun, tellStep } from "../text/run.ts";

const EXAMPLES = `
Examples:
  limbeck downgrade -1      undo the last revision
  limbeck downgrade 0003    undo everything after 0003, which stays applied
  limbeck downgrade base    undo everything`;

/** `limbeck downgrade` */
export function addDowngrade(program: Command): Command {
  const command = program
    .command("downgrade")
    .argument("<revision>", "base, -N, or the id of the revision that stays applied")
    .option("--lock-wait <seconds>", "how long to wait for another runner", seconds)
    .description("undo revisions, each in a transaction of its own")
    .addHelpText("after", EXAMPLES);
  return onRun<{ lockWait?: number }>(
    command,
    async ({ options, report, base }, [target = ""]) => {
      const { downgrade } = await import("../../commands/upgrade.ts");
      const result = await downgrade({
        ...base,
        target,
        lockWaitMs: options.lockWait,
        onStep: (step) => tellStep(report, step),
      });
      report.data(result);
      report.say(sayRun(result, report.colors));
    },
    { stopsInOrder: true },
  );
}
