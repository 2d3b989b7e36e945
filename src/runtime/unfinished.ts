import { DatabaseStateError } from "../errors.ts";
import type { Direction } from "../revisions/steps.ts";
import { unfinishedOf } from "./applied.ts";
import type { VersionState } from "./versionTable.ts";

/** A revision that a run has left half done, or that one is at work on in this moment. */
export interface Unfinished {
  readonly revision: string;
  readonly direction: Direction;
  /** How many of its statements are committed. */
  readonly statements: number;
  /** What finishes it, for people: one sentence. */
  readonly remedy: string;
}

/** The revision that a run has left half done, if there is one. */
export function unfinishedIn(state: VersionState): Unfinished | null {
  const entry = unfinishedOf(state);
  if (entry === null || entry.progress === null) return null;
  const { direction, statements } = entry.progress;
  const { revision } = entry;
  const remedy =
    direction === "up"
      ? `\`limbeck upgrade ${revision}\` finishes it.`
      : `\`limbeck downgrade\` to below ${revision} finishes it.`;
  return { revision, direction, statements, remedy };
}

/** For commands that cannot go on from there. */
export function revisionUnfinished({
  revision,
  direction,
  statements,
  remedy,
}: Unfinished): DatabaseStateError {
  return new DatabaseStateError(
    "revision-unfinished",
    `Revision ${revision} was left unfinished on its way ${direction}, after ${statements} of its statements.`,
    { hint: remedy, data: { revision, direction, statements } },
  );
}
