import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId } from "../catalog/name.ts";
import { definitionOf, dependenciesOf, idOf } from "../objects/dispatch.ts";
import type { Alteration, Operation } from "../operations/operation.ts";
import { recreate } from "./compare.ts";
import type { Pair } from "./pair.ts";

/**
 * Adds what must be dropped before a change and made again after it: whatever depends on an object that is
 * itself dropped and made again, and what stands in the way of an alteration (a check on a column whose type changes).
 */
export function ripple(operations: readonly Operation[], pairs: readonly Pair[], from: Catalog): readonly Operation[] {
  const waves = [...operations];
  const settled = new Map<ObjectId, Pair>();
  for (const pair of pairs) if (pair.from !== undefined && pair.to !== undefined) settled.set(idOf(pair.from), pair);
  for (;;) {
    const added = nextWave(waves, settled, from);
    if (added.length === 0) return waves;
    for (const pair of added) drawIn(waves, pair);
  }
}


function nextWave(operations: readonly Operation[], pairs: ReadonlyMap<ObjectId, Pair>, from: Catalog): Pair[] {
  const dropped = new Set(operations.flatMap((operation) => (operation.action === "drop" ? [idOf(operation.from)] : [])));
  const disturbances = new Map(operations.filter(isDisturbance).map((alteration) => [idOf(alteration.from), alteration]));
  return [...pairs].flatMap(([id, pair]) => {
    if (dropped.has(id) || pair.from === undefined) return [];
    const object = pair.from;
    const hit = dependenciesOf(object, from).some((needed) => {
      const disturbance = disturbances.get(needed);
      return dropped.has(needed) || (disturbance !== undefined && definitionOf(object).yields(object, disturbance));
    });
    return hit ? [pair] : [];
  });
}

function isDisturbance(operation: Operation): operation is Alteration {
  if (operation.action !== "alter") return false;
  return definitionOf(operation.from).disturbs(operation.from, operation.to, operation.attributes);
}

/** An alteration of the object becomes part of making it anew. */
function drawIn(operations: Operation[], { from, to }: Pair): void {
  if (from === undefined || to === undefined) return;
  const at = operations.findIndex((operation) => operation.action === "alter" && operation.from === from);
  if (at >= 0) operations.splice(at, 1);
  operations.push(...recreate(from, to));
}
