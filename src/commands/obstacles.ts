import { obstaclesIn } from "../diff/claim.ts";
import { describe } from "../objects/dispatch.ts";
import { inTheWay } from "../proof/obstacles.ts";
import type { Comparison } from "./compare.ts";

/** DatabaseStateError where something that no model or revision knows reads what the models no longer have. */
export function assertNothingInTheWay({ difference, unclaimed }: Comparison): void {
  const found = obstaclesIn(difference, unclaimed());
  if (found.length === 0) return;
  const obstacles = found.map(({ object, reads }) => ({
    dependent: describe(object),
    of: `${describe(reads)}, which is dropped`,
  }));
  throw inTheWay(obstacles, REMEDY);
}

const REMEDY =
  "Drop or change them in a revision by hand first, with op.execute, or declare them in the models.";
