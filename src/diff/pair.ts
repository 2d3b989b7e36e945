import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf, idOf } from "../objects/dispatch.ts";

/** One object on both sides. */
export interface FullPair {
  readonly from: CatalogObject;
  readonly to: CatalogObject;
  /** Once settled: both sides, spelled alike wherever they mean the same. Only for comparing. */
  readonly alike?: readonly [from: CatalogObject, to: CatalogObject];
  /** Attributes that count as changed whatever they say. */
  readonly forced?: readonly string[];
}

/** One object on both sides, or on one side only. */
export type Pair =
  | FullPair
  | { readonly from: CatalogObject; readonly to: undefined }
  | { readonly from: undefined; readonly to: CatalogObject };

/** Whether both sides have the object. */
export function isFull(pair: Pair): pair is FullPair {
  return pair.from !== undefined && pair.to !== undefined;
}

/**
 * Finds for every object of `to` its counterpart in `from`: by address, and where that fails by structure,
 * since implicit names differ between Drizzle's lines and Postgres.
 */
export function pairUp(database: Catalog, models: Catalog): readonly Pair[] {
  const [from, to] = [seenBy(database, models), seenBy(models, database)];
  const free = new Map([...from.objects].filter(([id]) => !to.objects.has(id)));
  const bySignature = groupBySignature(free);
  const pairs = [...to.objects].map(([id, object]): Pair => {
    const partner = from.objects.get(id) ?? takePartner(object, free, bySignature);
    return partner === undefined ? { from: undefined, to: object } : { from: partner, to: object };
  });
  return [...pairs, ...[...free.values()].map((object): Pair => ({ from: object, to: undefined }))];
}

/** A catalog with each object as the other side has it. */
function seenBy(catalog: Catalog, other: Catalog): Catalog {
  const seen = new Map<ObjectId, readonly CatalogObject[]>();
  for (const [id, object] of catalog.objects) {
    const parts = definitionOf(object).seenBy?.(object, other);
    if (parts !== undefined && parts !== null) seen.set(id, parts);
  }
  if (seen.size === 0) return catalog;
  const objects = [...catalog.objects].flatMap(([id, object]) => seen.get(id) ?? [object]);
  return { ...catalog, objects: new Map(objects.map((object) => [idOf(object), object])) };
}

function takePartner(
  object: CatalogObject,
  free: Map<ObjectId, CatalogObject>,
  bySignature: ReadonlyMap<string, CatalogObject[]>,
): CatalogObject | undefined {
  const key = signatureOf(object);
  const partner = key === null ? undefined : bySignature.get(key)?.shift();
  if (partner !== undefined) free.delete(idOf(partner));
  return partner;
}

function groupBySignature(free: ReadonlyMap<ObjectId, CatalogObject>): ReadonlyMap<string, CatalogObject[]> {
  const groups = new Map<string, CatalogObject[]>();
  for (const object of free.values()) {
    const key = signatureOf(object);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), object]);
  }
  return groups;
}

function signatureOf(object: CatalogObject): string | null {
  const signature = definitionOf(object).signature(object);
  return signature === null ? null : `${object.kind} ${signature}`;
}
