import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { idOf } from "../objects/dispatch.ts";
import type { Operation } from "../operations/operation.ts";
import { compare } from "./compare.ts";
import { overridden, participants, type ComparisonHooks } from "./hooks.ts";
import type { Judge } from "./judgement.ts";
import { isFull, pairUp, type FullPair, type Pair } from "./pair.ts";
import { settle } from "./settle.ts";

/** How two catalogs differ. */
export interface Difference {
  /** In no particular order, each with both sides complete; empty when Postgres would call the two the same. */
  readonly operations: readonly Operation[];
  /** Both sides as they were compared: names that do not matter are the database's. */
  readonly from: Catalog;
  readonly to: Catalog;
  /** Every object of either side, with its counterpart where it has one. */
  readonly pairs: readonly Pair[];
  /** The objects that both sides have. */
  readonly kept: readonly FullPair[];
}

/** What takes `from` (a database) to `to` (the models), as far as the hooks leave it to us. */
export async function diff(
  from: Catalog,
  to: Catalog,
  judge: Judge,
  hooks: ComparisonHooks = {},
): Promise<Difference> {
  const ours = without(from, to.existing);
  const pairs = await participants(pairUp(ours, to), hooks);
  return differenceOf(await overridden(await settle(pairs, { from: ours, to }, judge), hooks));
}

/** What models leave to others is no part of the comparison. */
function without(catalog: Catalog, existing: Catalog["existing"]): Catalog {
  if (existing === undefined || existing.size === 0) return catalog;
  return { ...catalog, objects: new Map([...catalog.objects].filter(([id]) => !existing.has(id))) };
}

/** What takes a database to models that are known to agree with it. */
export function noDifference(both: Catalog): Difference {
  const kept = [...both.objects.values()].map((object): FullPair => ({ from: object, to: object }));
  return { operations: [], from: both, to: both, pairs: kept, kept };
}

/** The way back. What could be altered on the way there may have to be made anew, so it is worked out by itself. */
export function reverse({ pairs }: Difference): Difference {
  return differenceOf(pairs.map(turn));
}

function turn(pair: Pair): Pair {
  if (pair.from === undefined) return { from: pair.to, to: undefined };
  if (pair.to === undefined) return { from: undefined, to: pair.from };
  const { from, to, alike } = pair;
  return { ...pair, from: to, to: from, ...(alike === undefined ? {} : { alike: [alike[1], alike[0]] }) };
}

function differenceOf(pairs: readonly Pair[]): Difference {
  const from = lazily(() => catalogOf(pairs.flatMap((pair) => pair.from ?? [])));
  const to = lazily(() => catalogOf(pairs.flatMap((pair) => pair.to ?? [])));
  return {
    operations: pairs.flatMap(compare),
    // A check that finds nothing needs neither.
    get from() {
      return from();
    },
    get to() {
      return to();
    },
    pairs,
    kept: pairs.filter(isFull),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Objects of one catalog keep its order among themselves, which decides between equals when steps are sorted. */
function catalogOf(objects: readonly CatalogObject[]): Catalog {
  return { objects: new Map(objects.map((object) => [idOf(object), object])) };
}
