#!/usr/bin/env node
import { CommanderError } from "commander";
import { buildProgram } from "./program.ts";
import { Report, wantsColor } from "./report.ts";

const program = buildProgram();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? misused(error) : unexpected(error);
}

/** Commander throws for --help and --version too, with exit code 0. */
function misused(error: CommanderError): number {
  if (error.exitCode === 0) return 0;
  const message = error.message.replace(/^error: /, "");
  const report = earlyReport();
  const hint = "Run the command with --help to see its arguments and examples.";
  report.data({ error: { code: error.code.replace("commander.", "usage-"), message, hint, exitCode: 2 } });
  if (!report.voice.json) report.failure(message, hint);
  return 2;
}

function unexpected(error: unknown): number {
  earlyReport().failure(error instanceof Error ? error.message : String(error), "This is a bug in Limbeck; please report it.");
  return 70;
}

/** Before the options are understood, only the raw arguments tell how to speak. */
function earlyReport(): Report {
  const args = process.argv.slice(2);
  return new Report({
    json: args.includes("--json"),
    quiet: false,
    color: wantsColor(!args.includes("--no-color"), process.env),
  });
}
