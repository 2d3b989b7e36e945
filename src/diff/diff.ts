import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { idOf } from "../objects/dispatch.ts";
import { reverse, type Operation } from "../operations/operation.ts";
import { compare } from "./compare.ts";
import type { Judge } from "./judgement.ts";
import { isFull, pairUp, type FullPair } from "./pair.ts";
import { settle } from "./settle.ts";

/** How two catalogs differ. */
export interface Difference {
  /** In no particular order, each with both sides complete; empty when Postgres would call the two the same. */
  readonly operations: readonly Operation[];
  /** Both sides as they were compared: names and spellings that do not matter are the database's. */
  readonly from: Catalog;
  readonly to: Catalog;
  /** The objects that both sides have. */
  readonly pairs: readonly FullPair[];
}

/** What takes `from` (a database) to `to` (the models). */
export async function diff(from: Catalog, to: Catalog, judge: Judge): Promise<Difference> {
  const pairs = await settle(pairUp(from, to), from, judge);
  return {
    operations: pairs.flatMap(compare),
    from: catalogOf(pairs.flatMap((pair) => pair.from ?? [])),
    to: catalogOf(pairs.flatMap((pair) => pair.to ?? [])),
    pairs: pairs.filter(isFull),
  };
}

/** The same difference, seen from the other side. */
export function reverseDifference({ operations, from, to, pairs }: Difference): Difference {
  const turned = pairs.map((pair): FullPair => ({ from: pair.to, to: pair.from }));
  return { operations: operations.map(reverse), from: to, to: from, pairs: turned };
}

function catalogOf(objects: readonly CatalogObject[]): Catalog {
  return { objects: new Map(objects.map((object) => [idOf(object), object])) };
}
