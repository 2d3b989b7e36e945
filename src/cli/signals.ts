import { constants } from "node:os";
import { leave } from "./exitGuard.ts";

/** What a command learns of SIGINT and SIGTERM. */
export interface Signals {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** 128+n once there was a signal. */
  exitCode(): number | null;
}

/** How long a command may take to stop in good order. What it left open the server rolls back. */
const GRACE_MS = 2500;

/**
 * Watches for SIGINT and SIGTERM. A command that changes a database is told to stop and has a moment for it; a second
 * signal ends the process at once, and so does the first for every other command.
 */
export function watchSignals(stopsInOrder: boolean): Signals {
  const controller = new AbortController();
  let received: NodeJS.Signals | null = null;
  const onSignal = (name: NodeJS.Signals): void => {
    if (received !== null || !stopsInOrder) leave(codeOf(name));
    received = name;
    controller.abort(name);
    setTimeout(() => leave(codeOf(name)), GRACE_MS).unref();
  };
  for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, onSignal);
  return { signal: controller.signal, exitCode: () => (received === null ? null : codeOf(received)) };
}

function codeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
