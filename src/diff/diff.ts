import type { Catalog } from "../catalog/catalog.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { idOf } from "../objects/dispatch.ts";
import type { Operation } from "../operations/operation.ts";
import { compare } from "./compare.ts";
import type { Judge } from "./judgement.ts";
import { pairUp } from "./pair.ts";
import { ripple } from "./ripple.ts";
import { settle } from "./settle.ts";

/** How two catalogs differ. */
export interface Difference {
  /** In no particular order, each with both sides complete; empty when Postgres would call the two the same. */
  readonly operations: readonly Operation[];
  /** Both sides as they were compared: names and spellings that do not matter are the database's. */
  readonly from: Catalog;
  readonly to: Catalog;
}

/** What takes `from` (a database) to `to` (the models). */
export async function diff(from: Catalog, to: Catalog, judge: Judge): Promise<Difference> {
  const pairs = await settle(pairUp(from, to), from, judge);
  return {
    operations: ripple(pairs.flatMap(compare), pairs, from),
    from: catalogOf(pairs.flatMap((pair) => pair.from ?? [])),
    to: catalogOf(pairs.flatMap((pair) => pair.to ?? [])),
  };
}

function catalogOf(objects: readonly CatalogObject[]): Catalog {
  return { objects: new Map(objects.map((object) => [idOf(object), object])) };
}
