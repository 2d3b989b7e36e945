import type { Command } from "commander";
import { onRun } from "../run.ts";
import { sayCurrent } from "../text/revision.ts";

const EXAMPLES = `
Examples:
  limbeck current                 the revision that the database is at
  limbeck current -v              also which database, and why that one
  limbeck current --check-heads   exit code 1 unless it is at the head`;

/** `limbeck current` */
export function addCurrent(program: Command): Command {
  const command = program
    .command("current")
    .option("--check-heads", "exit with 1 unless every head is applied")
    .description("show what the database is at")
    .addHelpText("after", EXAMPLES);
  return onRun<{ checkHeads?: boolean }>(command, async ({ options, report, base }) => {
    const { current } = await import("../../commands/current.ts");
    const result = await current(base);
    report.data(result);
    report.say(sayCurrent(result, options.verbose === true, report.colors));
    return options.checkHeads === true && !result.atHead ? 1 : 0;
  });
}
