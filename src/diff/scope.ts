import type { Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import { objectId, type ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf, idOf } from "../objects/dispatch.ts";
import { relationOf } from "../objects/relation.ts";

/** The schema that an object lies in; a schema lies in itself. */
function schemaOf(object: CatalogObject): string {
  const schema = field(object, "schema");
  return typeof schema === "string" ? schema : object.name;
}

/** The schemas that hold any object of a catalog, sorted. */
export function schemasIn(catalog: Catalog): readonly string[] {
  return [...new Set([...catalog.objects.values()].map(schemaOf))].sort();
}

/** The part of a catalog that lies in schemas for which `inScope` holds. */
export function restrict(catalog: Catalog, inScope: (schema: string) => boolean): Catalog {
  const kept = [...catalog.objects].filter(([, object]) => inScope(schemaOf(object)));
  return { ...catalog, objects: new Map<ObjectId, CatalogObject>(kept) };
}

/**
 * The part of a catalog without the tables and views that `select` leaves out of all their names, and without what
 * lies in them. What refers to them from elsewhere stays: a foreign key is an object of its own table.
 */
export function restrictRelations(
  catalog: Catalog,
  select: (names: Iterable<string>) => ReadonlySet<string>,
): Catalog {
  const found = [...catalog.objects].map(([id, object]) => ({ id, object, name: relationOf(object)?.name }));
  const kept = select(found.flatMap(({ name }) => name ?? []));
  const objects = found.filter(({ name }) => name === undefined || kept.has(name));
  return { ...catalog, objects: new Map(objects.map(({ id, object }) => [id, object])) };
}

/** A catalog without what only the invisible needs: held objects that the other side does not have. */
export function withoutHeld(
  catalog: Catalog,
  held: ReadonlySet<ObjectId> | undefined,
  other: Catalog,
): Catalog {
  if (held === undefined || held.size === 0) return catalog;
  const kept = [...catalog.objects].filter(([id]) => !held.has(id) || other.objects.has(id));
  return { ...catalog, objects: new Map(kept) };
}

/**
 * The items that are `included`. Nothing is asked of one that hangs on another which is out: by its owner, or because
 * it lies in the other's table or view.
 */
export async function withoutRefused<T>(
  items: readonly T[],
  objectsIn: (item: T) => readonly CatalogObject[],
  included: (item: T) => Promise<boolean>,
): Promise<readonly T[]> {
  const out = new Set<string>();
  const kept: T[] = [];
  // Owners come before what they own, since a catalog is in the order of creation.
  for (const item of items) {
    const objects = objectsIn(item);
    const orphaned = objects.some((object) => holdersOf(object).some((holder) => out.has(holder)));
    if (!orphaned && (await included(item))) kept.push(item);
    else for (const object of objects) for (const key of keysOf(object)) out.add(key);
  }
  return kept;
}

/** What an object hangs on. */
function holdersOf(object: CatalogObject): readonly string[] {
  return [definitionOf(object).owner(object) ?? [], isRelation(object) ? [] : relationKey(object)].flat();
}

/** What other objects may hang on this one by. */
function keysOf(object: CatalogObject): readonly string[] {
  return [idOf(object), ...(isRelation(object) ? relationKey(object) : [])];
}

function isRelation(object: CatalogObject): boolean {
  return field(object, "table") === undefined;
}

function relationKey(object: CatalogObject): readonly string[] {
  const relation = relationOf(object);
  return relation === null ? [] : [objectId("relation", relation.schema, relation.name)];
}
