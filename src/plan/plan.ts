import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { Difference } from "../diff/diff.ts";
import type { ChangeContext } from "../objects/definition.ts";
import { definitionOf } from "../objects/dispatch.ts";
import type { Call } from "../objects/methods.ts";
import type { Operation } from "../operations/operation.ts";
import { partsOfCycles } from "./cycles.ts";
import { prerequisites } from "./dependencies.ts";
import { fold } from "./fold.ts";
import { order } from "./order.ts";
import { ripple } from "./ripple.ts";
import type { Step } from "./step.ts";

/** What a revision says: the calls of `up` and of `down`, in order. */
export interface Plan {
  readonly up: readonly Call[];
  readonly down: readonly Call[];
}

/** Orders a difference and its reverse into a plan: the way back is planned as carefully as the way there. */
export function plan(there: Difference, back: Difference): Plan {
  return { up: planDirection(there), down: planDirection(back) };
}

function planDirection({ operations, kept, from, to }: Difference): readonly Call[] {
  const context = { from, to };
  return planSteps(ripple(operations, kept, from), context).flatMap((step) => callsOf(step, context));
}

function planSteps(operations: readonly Operation[], context: ChangeContext): readonly Step[] {
  const detached = new Set<ObjectId>();
  for (;;) {
    const before = prerequisites(fold(operations, detached), context);
    const parts = partsOfCycles(before, context).filter((id) => !detached.has(id));
    if (parts.length === 0) return order(before, context);
    for (const id of parts) detached.add(id);
  }
}

function finish(object: CatalogObject): readonly Call[] {
  return definitionOf(object).finish?.(object) ?? [];
}

function callsOf({ main, inlined, followers }: Step, context: ChangeContext): readonly Call[] {
  switch (main.action) {
    case "create":
      return [
        ...definitionOf(main.to).create(main.to, inlined, context),
        ...[main.to, ...inlined].flatMap(finish),
        ...followers.flatMap((object) => [
          ...definitionOf(object).create(object, [], context),
          ...finish(object),
        ]),
      ];
    case "drop":
      return definitionOf(main.from).drop(main.from, context);
    case "alter":
      // The engine compares only attributes of the shape, so their names are its keys.
      return definitionOf(main.to).alter(main.from, main.to, main.attributes as never, context);
  }
}
