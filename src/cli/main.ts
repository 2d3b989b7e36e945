#!/usr/bin/env node
import { CommanderError } from "commander";
import { leave } from "./exitGuard.ts";
import { unexpected } from "./failure.ts";
import { misused } from "./misuse.ts";
import { buildProgram } from "./program.ts";
import { Report, wantsColor } from "./report.ts";

// `limbeck history | head -1`: whoever reads has enough, which is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  leave(0);
});

// Node would add its own name, a process number and advice; pg's warning about sslmode is half a page.
process
  .removeAllListeners("warning")
  .on("warning", ({ message }) => earlyReport().warn(message.split("\n")[0] ?? message));

try {
  await buildProgram().parseAsync();
} catch (error) {
  const report = earlyReport();
  process.exitCode = error instanceof CommanderError ? misused(error, report) : unexpected(error, report);
}

/** Before the options are understood, only the raw arguments tell how to speak. */
function earlyReport(): Report {
  const args = process.argv.slice(2);
  return new Report({
    json: args.includes("--json"),
    quiet: false,
    verbose: false,
    color: wantsColor(!args.includes("--no-color"), process.env),
  });
}
