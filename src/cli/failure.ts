import { LimbeckError } from "../errors.ts";
import { redact } from "./redact.ts";
import type { Report } from "./report.ts";

/** Reports whatever was thrown and gives the exit code, a signal's before its own. Only bugs show a stack. */
export function fail(error: unknown, report: Report, interrupted: number | null): number {
  if (!(error instanceof LimbeckError)) return unexpected(error, report);
  const { code, data } = error;
  const [message, hint] = [redact(error.message), error.hint];
  const exitCode = interrupted ?? error.exitCode;
  report.data({
    error: {
      code,
      message,
      hint,
      exitCode,
      ...(Object.keys(data).length === 0 ? {} : { data: withoutSecrets(data) }),
    },
  });
  if (!report.voice.json) report.failure(message, hint);
  // The user's own code: where it failed is theirs to see, and only on request.
  if (code === "hook-failed" && report.voice.verbose && error.cause instanceof Error)
    report.progress(redact(error.cause.stack ?? ""));
  return exitCode;
}

/** Reports a bug in Limbeck. */
export function unexpected(error: unknown, report: Report): number {
  const text = redact(error instanceof Error ? (error.stack ?? error.message) : String(error));
  report.data({ error: { code: "internal", message: text, exitCode: 70 } });
  if (!report.voice.json) report.failure(text, "This is a bug in Limbeck; please report it.");
  return 70;
}

function withoutSecrets(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === "string" ? redact(value) : value,
  );
}
