import { setTimeout } from "node:timers/promises";
import { ApplyError } from "../errors.ts";

/** Sleeps; an abort ends the sleep with what `throwIfAborted` throws. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await setTimeout(ms, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  throwIfAborted(signal);
}

/** Throws where the run has been asked to stop. Which exit code that is, the command line knows. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted !== true) return;
  throw new ApplyError("interrupted", "The run was interrupted.", {
    cause: signal.reason,
    hint: "What was applied before stays; run the command again to go on.",
  });
}

/** A delay that grows by half with each attempt up to `most`; between half and all of it, so that waiters do not meet. */
export function backoff(attempt: number, first: number, most: number): number {
  const full = Math.min(most, first * 1.5 ** (attempt - 1));
  return full * (0.5 + Math.random() / 2);
}
