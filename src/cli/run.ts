import type { Command } from "commander";
import type { CommandOptions } from "../commands/workspace.ts";
import { fail } from "./failure.ts";
import { commandOptions, reportFor, type GlobalOptions } from "./globals.ts";
import type { Report } from "./report.ts";
import { watchSignals } from "./signals.ts";

/** What a command's action gets: its options joined with the global ones, and a way to talk. */
export interface Invocation<O> {
  readonly options: O & GlobalOptions;
  readonly report: Report;
  /** The options as the library takes them. */
  readonly base: CommandOptions;
}

/** An action gives its exit code; nothing means 0. */
export type Action<O> = (invocation: Invocation<O>, args: readonly string[]) => Promise<number | void>;

/** Attaches an action to a command: errors become messages and exit codes, signals become aborts. */
export function onRun<O extends object>(command: Command, action: Action<O>): Command {
  return command.action(async (...received: readonly unknown[]) => {
    // Commander passes the arguments, then the options, then the command itself.
    const self = received.at(-1) as Command;
    const options: O & GlobalOptions = self.optsWithGlobals();
    const report = reportFor(options);
    const signals = watchSignals();
    process.exitCode = await finish(action, { options, report, base: commandOptions(options, report, signals.signal) }, self.args);
    const interrupted = signals.exitCode();
    if (interrupted !== null) process.exitCode = interrupted;
  });
}

async function finish<O>(action: Action<O>, invocation: Invocation<O>, args: readonly string[]): Promise<number> {
  try {
    return (await action(invocation, args)) ?? 0;
  } catch (error) {
    return fail(error, invocation.report);
  }
}
