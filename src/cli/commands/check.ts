import type { Command } from "commander";
import { onRun } from "../run.ts";
import { sayDifferences } from "../text/differences.ts";

const EXAMPLES = `
Examples:
  limbeck check           exit code 0 when models and database agree, 1 when they differ
  limbeck check --json    the differences as JSON`;

/** `limbeck check` */
export function addCheck(program: Command): Command {
  const command = program
    .command("check")
    .description(
      "compare the models with the database, or with the replayed migrations where none is configured",
    )
    .addHelpText("after", EXAMPLES);
  return onRun(command, async ({ report, base }) => {
    const { check } = await import("../../commands/check.ts");
    const result = await check(base);
    report.data(result);
    if (result.matches) report.say(`${report.colors.green("✓")} The models agree with ${result.against}.`);
    else
      report.say(
        sayDifferences(result.differences, `between the models and ${result.against}`, report.colors),
      );
    return result.matches ? 0 : 1;
  });
}
