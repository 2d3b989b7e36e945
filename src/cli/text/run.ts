import type { RunResult } from "../../commands/upgrade.ts";
import type { RunEvent } from "../../runtime/run.ts";
import type { Colors, Report } from "../report.ts";

/** Tells what happens while a run goes on. */
export function tellStep(report: Report, event: RunEvent): void {
  const { colors } = report;
  switch (event.type) {
    case "lock-wait":
      return report.progress(
        `waiting for another runner${event.holder === null ? "" : ` (process ${event.holder.pid})`} ...`,
      );
    case "retry":
      return report.progress(
        `${event.step.revision.id} met somebody else's lock; trying again in ${event.delayMs} ms`,
      );
    case "done": {
      const { direction, revision } = event.step;
      const arrow = direction === "up" ? colors.green("↑") : colors.yellow("↓");
      return report.progress(
        `${arrow} ${revision.id} ${revision.message} ${colors.dim(`(${event.durationMs} ms)`)}`,
      );
    }
    case "start":
    case "statement":
      return undefined;
  }
}

/** What `limbeck upgrade` and `limbeck downgrade` say in the end. */
export function sayRun({ direction, steps, after, target }: RunResult, colors: Colors): string {
  const at = colors.bold(after.length === 0 ? "base" : after.join(", "));
  if (steps.length === 0) return `Nothing to do: ${target} is at ${at}.`;
  const count = steps.length === 1 ? "1 revision" : `${steps.length} revisions`;
  return `${direction === "down" ? "Undone" : "Applied"} ${count}; ${target} is at ${at}.`;
}
