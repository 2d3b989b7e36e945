import type { Command } from "commander";
import { onRun } from "../run.ts";
import { sayHistory } from "../text/revision.ts";

const EXAMPLES = `
Examples:
  limbeck history       every revision, newest first
  limbeck history -i    and which of them the database has
  limbeck history -v    with files and whole messages`;

/** `limbeck history` */
export function addHistory(program: Command): Command {
  const command = program
    .command("history")
    .option("-i, --indicate-current", "mark what the database is at")
    .description("list the revisions, newest first")
    .addHelpText("after", EXAMPLES);
  return onRun<{ indicateCurrent?: boolean }>(command, async ({ options, report, base }) => {
    const { history } = await import("../../commands/history.ts");
    const result = await history({ ...base, indicateCurrent: options.indicateCurrent === true });
    report.data(result);
    report.say(sayHistory(result, options.verbose === true, report.colors));
  });
}
