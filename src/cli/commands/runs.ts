import type { Command } from "commander";
import type { RunCommandOptions, RunResult } from "../../commands/upgrade.ts";
import { onRun } from "../run.ts";
import { seconds } from "../seconds.ts";
import { sayRun, tellStep } from "../text/run.ts";

/** What sets `upgrade` and `downgrade` apart. */
export interface RunCommand {
  readonly name: "upgrade" | "downgrade";
  /** The argument as commander writes it. */
  readonly argument: string;
  readonly argumentHelp: string;
  /** The target where none is said. */
  readonly otherwise?: string;
  readonly description: string;
  readonly examples: string;
}

/** A command that runs revisions, in one direction or the other. */
export function addRunCommand(program: Command, about: RunCommand): Command {
  const command = program
    .command(about.name)
    .argument(about.argument, about.argumentHelp, about.otherwise)
    .option("--lock-wait <seconds>", "how long to wait for another runner", seconds)
    .description(about.description)
    .addHelpText("after", about.examples);
  return onRun<{ lockWait?: number }>(
    command,
    async ({ options, report, base, guard }, [target = about.otherwise ?? ""]) => {
      const run: (options: RunCommandOptions) => Promise<RunResult> = (
        await import("../../commands/upgrade.ts")
      )[about.name];
      const result = await run({
        ...base,
        target,
        lockWaitMs: options.lockWait,
        onStep: (event) => {
          if (event.type === "start") guard.enter(event.step.revision.id);
          if (event.type === "done") guard.enter(null);
          tellStep(report, event);
        },
      });
      report.data(result);
      report.say(sayRun(result, report.colors));
    },
    { stopsInOrder: true },
  );
}
