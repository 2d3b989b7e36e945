import type { Command } from "commander";
import { onRun } from "../run.ts";

const EXAMPLES = `
Examples:
  limbeck init               in a project: use its drizzle.config, or write one
  limbeck init migrations2   put the revisions into another folder`;

/** `limbeck init` */
export function addInit(program: Command): Command {
  const command = program
    .command("init")
    .argument("[folder]", "where the revisions are to live")
    .description("set a project up: configuration and a folder for the revisions; never overwrites")
    .addHelpText("after", EXAMPLES);
  return onRun(command, async ({ report, base }, [folder]) => {
    const { init } = await import("../../commands/init.ts");
    const result = await init({ ...base, folder });
    report.data(result);
    for (const file of result.created) report.say(`${report.colors.green("created")} ${file}`);
    for (const file of result.kept) report.say(`${report.colors.dim("kept")}    ${file}`);
    report.say(result.next);
  });
}
