import { constants } from "node:os";

/** Turns SIGINT and SIGTERM into an abort; a second one ends the process at once. */
export function watchSignals(): { readonly signal: AbortSignal; exitCode(): number | null } {
  const controller = new AbortController();
  let received: NodeJS.Signals | null = null;
  for (const name of ["SIGINT", "SIGTERM"] as const) {
    process.on(name, () => {
      if (received !== null) process.exit(codeOf(received));
      received = name;
      controller.abort(name);
    });
  }
  return { signal: controller.signal, exitCode: () => (received === null ? null : codeOf(received)) };
}

function codeOf(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
