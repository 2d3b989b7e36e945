import type { Command } from "commander";
import type { CommandOptions } from "../commands/workspace.ts";
import { guardExit, type ExitGuard } from "./exitGuard.ts";
import { fail } from "./failure.ts";
import { commandOptions, reportFor, type GlobalOptions } from "./globals.ts";
import type { Report } from "./report.ts";
import { watchSignals, type Signals } from "./signals.ts";

/** What a command's action gets: its options joined with the global ones, and a way to talk. */
export interface Invocation<O> {
  readonly options: O & GlobalOptions;
  readonly report: Report;
  /** The options as the library takes them. */
  readonly base: CommandOptions;
  readonly guard: ExitGuard;
}

/** An action gives its exit code; nothing means 0. */
export type Action<O> = (invocation: Invocation<O>, args: readonly string[]) => Promise<number | void>;

/** How a command is run. */
export interface RunSettings {
  /** It changes a database, so that a signal lets it roll back first. */
  readonly stopsInOrder?: boolean;
}

/** Attaches an action to a command: errors become messages and exit codes, signals become aborts. */
export function onRun<O extends object>(
  command: Command,
  action: Action<O>,
  settings: RunSettings = {},
): Command {
  return command.action(async (...received: readonly unknown[]) => {
    // Commander passes the arguments, then the options, then the command itself.
    const self = received.at(-1) as Command;
    const options: O & GlobalOptions = self.optsWithGlobals();
    const report = reportFor(options);
    const signals = watchSignals(settings.stopsInOrder === true);
    const base = commandOptions(options, report, signals.signal);
    const guard = guardExit(report);
    const act = (): ReturnType<Action<O>> => action({ options, report, base, guard }, self.args);
    process.exitCode = await finish(act, report, signals).finally(() => guard.release());
  });
}

async function finish(
  act: () => ReturnType<Action<object>>,
  report: Report,
  signals: Signals,
): Promise<number> {
  try {
    const code = (await act()) ?? 0;
    return signals.exitCode() ?? code;
  } catch (error) {
    return fail(error, report, signals.exitCode());
  }
}
