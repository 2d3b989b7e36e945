import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { FullPair } from "../diff/pair.ts";
import { definitionOf, dependenciesOf, idOf } from "../objects/dispatch.ts";
import type { Alteration, Operation } from "../operations/operation.ts";

/**
 * Adds what must be dropped before a change and made again after it: whatever depends on an object that is itself
 * dropped and made again, what clings to one that is dropped for good (a foreign key to the index behind it), and what
 * stands in the way of an alteration (a check on a column whose type changes, a partial index on a column whose enum
 * type is built anew). Each direction has its own: adding a label disturbs nothing, taking it away
 * does. What only reads relations (a view) also steps aside where one is dropped for good, such as a view that becomes
 * a table.
 */
export function ripple(
  operations: readonly Operation[],
  pairs: readonly FullPair[],
  from: Catalog,
): readonly Operation[] {
  if (operations.length === 0) return operations;
  const dependents = dependentsOf(pairs, from);
  const drawn = new Set<FullPair>();
  const gone = new Set(
    operations.flatMap((operation) => (operation.action === "drop" ? [idOf(operation.from)] : [])),
  );
  const queue: Wave[] = [
    ...firstWaves(operations, pairs),
    ...readersOfLost(operations, pairs, dependents).map((pair): Wave => {
      drawn.add(pair);
      gone.add(idOf(pair.from));
      return { id: idOf(pair.from), cause: "anew" };
    }),
  ];
  const seen = new Set<string>();
  for (let wave = queue.pop(); wave !== undefined; wave = queue.pop()) {
    for (const pair of dependents.get(wave.id) ?? []) {
      const id = idOf(pair.from);
      const key = `${causeOf(wave)} ${id}`;
      if (gone.has(id) || seen.has(key)) continue;
      seen.add(key);
      const yields = mustYield(pair.from, wave, from);
      if (yields) {
        drawn.add(pair);
        gone.add(id);
      }
      // What stays passes an alteration on to what depends on it in turn.
      if (yields) queue.push({ id, cause: "anew" });
      else if (wave.cause !== "gone") queue.push({ id, cause: wave.cause });
    }
  }
  return [...operations.filter((operation) => !isDrawn(operation, drawn)), ...[...drawn].flatMap(makeAnew)];
}

/** Something that dependents must give way to. */
type Wave =
  | { readonly id: ObjectId; readonly cause: Alteration | "anew" }
  /** Dropped, and not made again. */
  | { readonly id: ObjectId; readonly cause: "gone"; readonly object: CatalogObject };

function firstWaves(operations: readonly Operation[], pairs: readonly FullPair[]): Wave[] {
  const kept = new Set(pairs.map((pair) => idOf(pair.from)));
  return operations.flatMap((operation): Wave | [] => {
    if (operation.action === "create") return [];
    const { from: object } = operation;
    const id = idOf(object);
    if (operation.action === "drop")
      return kept.has(id) ? { id, cause: "anew" } : { id, cause: "gone", object };
    const { to, attributes } = operation;
    return definitionOf(object).disturbs(object, to, attributes) ? { id, cause: operation } : [];
  });
}

function causeOf(wave: Wave): string {
  if (wave.cause === "gone") return `gone ${wave.id}`;
  return wave.cause === "anew" ? "anew" : idOf(wave.cause.from);
}

function mustYield(object: CatalogObject, wave: Wave, from: Catalog): boolean {
  if (wave.cause === "anew") return true;
  if (wave.cause === "gone") return definitionOf(object).clings?.(object, wave.object, from) === true;
  return definitionOf(object).yields(object, wave.cause);
}

/**
 * What reads an object that is dropped for good and stays itself. One that is altered reads it no longer and can go
 * first, unless it waits for another object to take the place.
 */
function readersOfLost(
  operations: readonly Operation[],
  pairs: readonly FullPair[],
  dependents: ReadonlyMap<ObjectId, readonly FullPair[]>,
): readonly FullPair[] {
  const madeAnew = new Set(pairs.map(({ from }) => idOf(from)));
  const taken = new Set(operations.flatMap((o) => (o.action === "create" ? slotsOf(o.to) : [])));
  const altered = new Set(operations.flatMap((o) => (o.action === "alter" ? [o.from] : [])));
  const dropped = new Set(operations.flatMap((o) => (o.action === "drop" ? [o.from] : [])));
  const readers = [...dropped]
    .filter((object) => !madeAnew.has(idOf(object)))
    .flatMap((object) => {
      const isReplaced = slotsOf(object).some((slot) => taken.has(slot));
      return (dependents.get(idOf(object)) ?? []).filter(
        ({ from }) =>
          definitionOf(from).attachment === "dependent" &&
          !dropped.has(from) &&
          (isReplaced || !altered.has(from)),
      );
    });
  return [...new Set(readers)];
}

function slotsOf(object: CatalogObject): readonly string[] {
  return definitionOf(object).occupies(object);
}

function dependentsOf(pairs: readonly FullPair[], from: Catalog): ReadonlyMap<ObjectId, readonly FullPair[]> {
  const dependents = new Map<ObjectId, FullPair[]>();
  for (const pair of pairs) {
    for (const id of dependenciesOf(pair.from, from)) {
      const known = dependents.get(id);
      if (known === undefined) dependents.set(id, [pair]);
      else known.push(pair);
    }
  }
  return dependents;
}

/** An alteration becomes part of making the object anew. */
function isDrawn(operation: Operation, drawn: ReadonlySet<FullPair>): boolean {
  return operation.action === "alter" && [...drawn].some((pair) => pair.from === operation.from);
}

function makeAnew({
  from,
  to,
}: {
  readonly from: CatalogObject;
  readonly to: CatalogObject;
}): readonly Operation[] {
  return [
    { action: "drop", from },
    { action: "create", to },
  ];
}
