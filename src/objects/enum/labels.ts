import type { EnumValuePosition } from "./operations.ts";

/** One label to add, and where. */
export interface AddedLabel {
  readonly label: string;
  readonly position?: EnumValuePosition;
}

/**
 * How to get from one list of labels to another by only adding some, in an order in which each can be placed;
 * null when a label was removed or moved.
 */
export function addedLabels(from: readonly string[], to: readonly string[]): readonly AddedLabel[] | null {
  const kept = to.filter((label) => from.includes(label));
  if (kept.length !== from.length || kept.some((label, i) => label !== from[i])) return null;
  const present = new Set(from);
  return to.flatMap((label, i) => {
    if (present.has(label)) return [];
    present.add(label);
    return [
      placed(
        label,
        to[i - 1],
        to.slice(i + 1).find((later) => from.includes(later)),
      ),
    ];
  });
}

/** Labels are added from left to right, so the one before is always there already. */
function placed(label: string, previous: string | undefined, next: string | undefined): AddedLabel {
  if (next === undefined) return { label };
  return { label, position: previous === undefined ? { before: next } : { after: previous } };
}
