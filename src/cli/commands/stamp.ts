import type { Command } from "commander";
import { onRun } from "../run.ts";
import { seconds } from "../seconds.ts";
import { sayStamp } from "../text/revision.ts";

const EXAMPLES = `
Examples:
  limbeck stamp head      say that the database has everything, without running anything
  limbeck stamp 0003      say that it is at 0003
  limbeck stamp base      say that it has nothing
  limbeck stamp head --purge   forget whatever it was said to have first`;

/** `limbeck stamp` */
export function addStamp(program: Command): Command {
  const command = program
    .command("stamp")
    .argument("<revision...>", "ids, head, heads or base")
    .option("--purge", "empty the version table first, also of revisions that no file knows")
    .option("--lock-wait <seconds>", "how long to wait for another runner", seconds)
    .description("set what the database is said to be at, without running any revision")
    .addHelpText("after", EXAMPLES);
  return onRun<{ purge?: boolean; lockWait?: number }>(
    command,
    async ({ options, report, base }, targets) => {
      const { stamp } = await import("../../commands/stamp.ts");
      const result = await stamp({
        ...base,
        targets,
        purge: options.purge === true,
        lockWaitMs: options.lockWait,
      });
      report.data(result);
      report.say(sayStamp(result, report.colors));
    },
    { stopsInOrder: true },
  );
}
