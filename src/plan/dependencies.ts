import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { ChangeContext } from "../objects/definition.ts";
import { definitionOf, dependenciesOf, idOf } from "../objects/dispatch.ts";
import { madeBy, unmadeBy, type Step } from "./step.ts";

/** For each step, the steps that must run before it. */
export type Prerequisites = ReadonlyMap<Step, ReadonlySet<Step>>;

/**
 * A step runs after those that make what it needs, and before those that take away what it gives up;
 * and a name is given up before it is taken.
 */
export function prerequisites(steps: readonly Step[], context: ChangeContext): Prerequisites {
  const makers = indexBy(steps, (step) => madeBy(step).map(idOf));
  const takers = indexBy(steps, (step) => unmadeBy(step).map(idOf));
  const freed = indexBy(steps, (step) => unmadeBy(step).flatMap(slotsOf));
  const [making, taking] = [reach(makers, context.to), reach(takers, context.from)];
  const before = new Map<Step, Set<Step>>(steps.map((step) => [step, new Set()]));
  const mustPrecede = (first: Step, second: Step): void => {
    if (first !== second) before.get(second)?.add(first);
  };
  for (const step of steps) {
    for (const maker of needed(madeBy(step), context.to, making)) mustPrecede(maker, step);
    for (const taker of needed(unmadeBy(step), context.from, taking))
      if (givesWay(step, taker)) mustPrecede(step, taker);
    for (const slot of newSlots(step)) for (const freer of freed.get(slot) ?? []) mustPrecede(freer, step);
  }
  return before;
}

/** Of two alterations, the one that is depended upon goes first, which `makers` has said already. */
function givesWay(step: Step, taker: Step): boolean {
  return step.main.action === "drop" || taker.main.action === "drop";
}

function needed(
  objects: readonly CatalogObject[],
  catalog: Catalog,
  stepsOf: (id: ObjectId) => readonly Step[],
): readonly Step[] {
  return objects.flatMap((object) => dependenciesOf(object, catalog)).flatMap(stepsOf);
}

/**
 * The steps that touch an object, or where none does, those that touch what it depends on: an index on a column
 * that stays as it is needs the column's enum type all the same.
 */
function reach(
  providers: ReadonlyMap<string, readonly Step[]>,
  catalog: Catalog,
): (id: ObjectId) => readonly Step[] {
  const known = new Map<ObjectId, readonly Step[]>();
  const stepsOf = (id: ObjectId): readonly Step[] => {
    const direct = providers.get(id) ?? known.get(id);
    if (direct !== undefined) return direct;
    known.set(id, []);
    const object = catalog.objects.get(id);
    const found = object === undefined ? [] : dependenciesOf(object, catalog).flatMap(stepsOf);
    known.set(id, found);
    return found;
  };
  return stepsOf;
}

function slotsOf(object: CatalogObject): readonly string[] {
  return definitionOf(object).occupies(object);
}

function newSlots(step: Step): readonly string[] {
  const had = new Set(step.main.action === "alter" ? unmadeBy(step).flatMap(slotsOf) : []);
  return madeBy(step)
    .flatMap(slotsOf)
    .filter((slot) => !had.has(slot));
}

function indexBy(
  steps: readonly Step[],
  keys: (step: Step) => readonly string[],
): ReadonlyMap<string, readonly Step[]> {
  const index = new Map<string, Step[]>();
  for (const step of steps) {
    for (const key of keys(step)) {
      const entry = index.get(key);
      if (entry === undefined) index.set(key, [step]);
      else entry.push(step);
    }
  }
  return index;
}
