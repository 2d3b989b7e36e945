import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf } from "../objects/dispatch.ts";

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
  const used = new Set([...models.objects.values()].filter(isOurs).map(groupOf));
  const unclaimed = [...database.objects].filter(
    ([id, object]) => !models.objects.has(id) && !isClaimed(object, used) && !made(object),
  );
  if (unclaimed.length === 0) return models;
  return { ...models, objects: new Map<ObjectId, CatalogObject>([...models.objects, ...unclaimed]) };
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
