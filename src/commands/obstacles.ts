import { obstaclesIn } from "../diff/claim.ts";
import { DatabaseStateError } from "../errors.ts";
import { describe } from "../objects/dispatch.ts";
import type { Comparison } from "./compare.ts";

/** DatabaseStateError where something that no model or revision knows reads what the models no longer have. */
export function assertNothingInTheWay({ difference, unclaimed }: Comparison): void {
  const obstacles = obstaclesIn(difference, unclaimed);
  const [first] = obstacles;
  if (first === undefined) return;
  const said = obstacles.map(({ object, reads }) => `the ${describe(object)} reads the ${describe(reads)}`);
  throw new DatabaseStateError("in-the-way", `The models drop what others need: ${said.join("; ")}.`, {
    hint: "Drop or change it in a revision by hand first, with op.execute, or declare it in the models.",
    data: { objects: obstacles.map(({ object }) => describe(object)) },
  });
}
