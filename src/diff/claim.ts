import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf, dependenciesOf, idOf } from "../objects/dispatch.ts";

/**
 * The models, with what only the database has and nobody has a claim to: such objects are the same on both sides, so
 * that they stay as they are, and are put back where something must be done beneath them. `made` tells whether a
 * revision of the project made an object.
 */
export function leaveUnclaimed(
  database: Catalog,
  models: Catalog,
  made: (object: CatalogObject) => boolean,
): Catalog {
  const unclaimed = unclaimedIn(database, models, made).map((object) => [idOf(object), object] as const);
  if (unclaimed.length === 0) return models;
  return { ...models, objects: new Map<ObjectId, CatalogObject>([...models.objects, ...unclaimed]) };
}

/** What only the database has and nobody has a claim to. */
export function unclaimedIn(
  database: Catalog,
  models: Catalog,
  made: (object: CatalogObject) => boolean,
): readonly CatalogObject[] {
  const used = new Set([...models.objects.values()].filter(isOurs).map(groupOf));
  const unclaimed = [...database.objects].filter(
    ([id, object]) =>
      !models.objects.has(id) &&
      models.existing?.has(id) !== true &&
      hasOwner(object, models) &&
      !isClaimed(object, used) &&
      !made(object),
  );
  return unclaimed.map(([, object]) => object);
}

/** What belongs to a table goes with it. */
function hasOwner(object: CatalogObject, { objects }: Catalog): boolean {
  const owner = definitionOf(object).owner(object);
  return owner === null || objects.has(owner);
}

function isClaimed(object: CatalogObject, used: ReadonlySet<string>): boolean {
  const { claimed } = definitionOf(object);
  return claimed === undefined || (claimed === "used" && used.has(groupOf(object)));
}

/** Not one that the models only name. */
function isOurs(object: CatalogObject): boolean {
  return definitionOf(object).isExisting?.(object) !== true;
}

/** Objects of one kind that belong to one owner, or to none. */
function groupOf(object: CatalogObject): string {
  return `${object.kind} of ${definitionOf(object).owner(object) ?? ""}`;
}

/** An unclaimed object that reads something which the models no longer have. */
export interface Obstacle {
  readonly object: CatalogObject;
  readonly reads: CatalogObject;
}

/** The objects that nobody has a claim to, and that would have to go with what they read. */
export function obstaclesIn(
  { from, to }: { readonly from: Catalog; readonly to: Catalog },
  unclaimed: readonly CatalogObject[],
): readonly Obstacle[] {
  return unclaimed.flatMap((object) => {
    const gone = dependenciesOf(object, from).find((id) => from.objects.has(id) && !to.objects.has(id));
    const reads = gone === undefined ? undefined : from.objects.get(gone);
    return reads === undefined || definitionOf(object).owner(object) === gone ? [] : [{ object, reads }];
  });
}
