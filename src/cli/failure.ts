import { CommanderError } from "commander";
import { LimbeckError } from "../errors.ts";
import type { Report } from "./report.ts";

/** Reports whatever was thrown and gives the exit code. Only errors that are bugs show a stack. */
export function fail(error: unknown, report: Report): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof LimbeckError) {
    report.data({ error: describeError(error) });
    if (!report.voice.json) report.failure(error.message, error.hint);
    return error.exitCode;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  report.data({ error: { code: "internal", message: redact(text), exitCode: 70 } });
  if (!report.voice.json) report.failure(redact(text), "This is a bug in Limbeck; please report it.");
  return 70;
}

function describeError(error: LimbeckError): Readonly<Record<string, unknown>> {
  const { code, message, hint, exitCode, data } = error;
  return { code, message, hint, exitCode, ...(Object.keys(data).length === 0 ? {} : { data }) };
}

/** Takes passwords out of connection URLs, should one have found its way into an unforeseen error. */
function redact(text: string): string {
  return text.replace(/(\w+:\/\/[^\s:@/]*:)[^\s@]*@/g, "$1***@");
}
