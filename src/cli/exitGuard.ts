import type { Report } from "./report.ts";

/** Watches for a process that ends before its command does. */
export interface ExitGuard {
  /** The revision that is under way from now on; null for none. */
  enter(revision: string | null): void;
  /** The command has ended. */
  release(): void;
}

let onPurpose = false;

/** Ends the process at once, and says that it is meant. */
export function leave(exitCode: number): never {
  onPurpose = true;
  process.exit(exitCode);
}

/**
 * The user's modules run in this process: a `process.exit(0)` in one of them would end the command half-way and call it
 * a success. So does a promise that nothing ever settles: Node ends where there is nothing left to wait for.
 */
export function guardExit(report: Report): ExitGuard {
  let revision: string | null = null;
  const onExit = (): void => {
    if (onPurpose) return;
    const exitCode = revision === null ? 2 : 5;
    const message =
      revision === null
        ? "The process was ended before the command was done, by one of the project's own modules."
        : `Revision ${revision} ended the process while it was being run, so that it was not finished.`;
    const hint = "Look for process.exit, and for promises that are never settled; throw an error instead.";
    report.data({ error: { code: "process-ended", message, hint, exitCode, data: { revision } } });
    if (!report.voice.json) report.failure(message, hint);
    process.exitCode = exitCode;
  };
  process.on("exit", onExit);
  return {
    enter: (id) => void (revision = id),
    release: () => void process.off("exit", onExit),
  };
}
