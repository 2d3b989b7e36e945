import type { Command } from "commander";
import type { CommandOptions } from "../commands/workspace.ts";
import { Report, wantsColor } from "./report.ts";

/** The options that every command takes. */
export interface GlobalOptions {
  readonly config?: string;
  readonly url?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color: boolean;
}

/** Adds the global options to a command, so that they may stand before or after its name. */
export function addGlobalOptions(command: Command): Command {
  return command
    .option(
      "-c, --config <file>",
      "configuration file (default: the nearest drizzle.config or limbeck.config upwards)",
    )
    .option(
      "--url <url>",
      "database to work on (default: MIGRATION_DATABASE_URL, the config, DATABASE_URL, DB_*, PG*, embedded)",
    )
    .option("--json", "answer with JSON on standard output")
    .option("-q, --quiet", "no progress on standard error")
    .option("-v, --verbose", "say more")
    .option("--no-color", "no colours");
}

/** The report that the options ask for. */
export function reportFor(options: GlobalOptions): Report {
  return new Report({
    json: options.json === true,
    quiet: options.quiet === true,
    verbose: options.verbose === true,
    color: wantsColor(options.color, process.env),
  });
}

/** What the options mean to a command. */
export function commandOptions(options: GlobalOptions, report: Report, signal: AbortSignal): CommandOptions {
  return {
    cwd: process.cwd(),
    env: process.env,
    config: options.config,
    url: options.url,
    warn: (message) => report.warn(message),
    signal,
  };
}
