import type { CommanderError } from "commander";
import type { Report } from "./report.ts";

const HINT = "Run the command with --help to see its arguments and examples.";

/** Reports what commander could not make sense of and gives the exit code. It throws for --help and --version, too. */
export function misused(error: CommanderError, report: Report): number {
  if (error.exitCode === 0) return 0;
  const { message, hint } = wording(error);
  report.data({ error: { code: error.code.replace("commander.", "usage-"), message, hint, exitCode: 2 } });
  if (!report.voice.json) report.failure(message, hint);
  return 2;
}

/** Commander's message may end with a line that says what was meant. */
function wording({ code, message }: CommanderError): { readonly message: string; readonly hint: string } {
  // Commander has no message for a missing command, and for help on an unknown one: it means to have shown the help.
  if (code === "commander.help")
    return { message: noCommand(), hint: "`limbeck --help` lists the commands." };
  const [problem = "", suggestion] = message.replace(/^error: /, "").split("\n");
  const meant = suggestion === undefined ? "" : `${suggestion.replace(/^\(|\)$/g, "")} `;
  return { message: problem, hint: `${meant}${HINT}` };
}

function noCommand(): string {
  const [, asked] = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
  return asked === undefined ? "there is no command to run" : `unknown command '${asked}'`;
}
