import type { Command } from "commander";
import { onRun } from "../run.ts";
import { sayHistory } from "../text/revision.ts";

const EXAMPLES = `
Examples:
  limbeck heads       the revisions that nothing follows; one, unless branches have not been merged
  limbeck heads -v    with files and whole messages`;

/** `limbeck heads` */
export function addHeads(program: Command): Command {
  const command = program
    .command("heads")
    .description("list the newest revisions")
    .addHelpText("after", EXAMPLES);
  return onRun(command, async ({ options, report, base }) => {
    const { heads } = await import("../../commands/history.ts");
    const result = await heads(base);
    report.data(result);
    report.say(sayHistory(result, options.verbose === true, report.colors));
  });
}
