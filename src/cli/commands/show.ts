import type { Command } from "commander";
import { onRun } from "../run.ts";
import { sayShown } from "../text/revision.ts";

const EXAMPLES = `
Examples:
  limbeck show head       the newest revision
  limbeck show 0003       one by its id, or the beginning of it
  limbeck show current    the one that the database is at`;

/** `limbeck show` */
export function addShow(program: Command): Command {
  const command = program
    .command("show")
    .argument("<revision>", "an id, a unique beginning of one, head, or current")
    .description("show one revision")
    .addHelpText("after", EXAMPLES);
  return onRun(command, async ({ report, base }, [target = ""]) => {
    const { show } = await import("../../commands/show.ts");
    const result = await show({ ...base, target });
    report.data(result);
    report.say(sayShown(result, report.colors));
  });
}
