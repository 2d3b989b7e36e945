import type { Command } from "commander";
import { onRun } from "../run.ts";
import { seconds } from "../seconds.ts";
import { sayRun, tellStep } from "../text/run.ts";

const EXAMPLES = `
Examples:
  limbeck upgrade head      apply everything
  limbeck upgrade +1        apply the next revision
  limbeck upgrade 0007      apply up to and including 0007`;

/** `limbeck upgrade` */
export function addUpgrade(program: Command): Command {
  const command = program
    .command("upgrade")
    .argument("[revision]", "head, heads, an id or a unique beginning of one, +N", "head")
    .option("--lock-wait <seconds>", "how long to wait for another runner", seconds)
    .description("apply revisions, each in a transaction of its own")
    .addHelpText("after", EXAMPLES);
  return onRun<{ lockWait?: number }>(
    command,
    async ({ options, report, base }, [target = "head"]) => {
      const { upgrade } = await import("../../commands/upgrade.ts");
      const result = await upgrade({
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
