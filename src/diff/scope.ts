import type { Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import { objectId, type ObjectId, type QualifiedName } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf, idOf } from "../objects/dispatch.ts";
import { relationOf } from "../objects/relation.ts";

/**
 * The schema that an object lies in; a schema lies in itself. None for what all databases of a server share, and for
 * what hangs on an object that the catalog lacks: its schema is somebody else's.
 */
function schemaOf(object: CatalogObject, { objects }: Catalog): string | null {
  const definition = definitionOf(object);
  const owner = definition.owner(object);
  if (definition.clusterWide === true || (owner !== null && !objects.has(owner))) return null;
  return definition.address(object)[0] ?? null;
}

/** The schemas that hold any object of a catalog, sorted. */
export function schemasIn(catalog: Catalog): readonly string[] {
  const schemas = [...catalog.objects.values()].map((object) => schemaOf(object, catalog));
  return [...new Set(schemas.filter((schema) => schema !== null))].sort();
}

/** The part of a catalog that lies in schemas for which `inScope` holds, or in none. */
export function restrict(catalog: Catalog, inScope: (schema: string) => boolean): Catalog {
  const kept = [...catalog.objects].filter(([, object]) => {
    const schema = schemaOf(object, catalog);
    return schema === null || inScope(schema);
  });
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

/** What models name that lies in no schema of theirs. */
export interface Surroundings {
  /** Tables of others on which the models have something: a policy. */
  readonly tables: readonly QualifiedName[];
  /** What all databases of a server share: roles. */
  readonly shared: readonly string[];
}

/** What a catalog names that lies in no schema of its own, sorted. */
export function surroundingsOf(catalog: Catalog): Surroundings {
  const tables = new Map<ObjectId, QualifiedName>();
  const shared: string[] = [];
  for (const object of catalog.objects.values()) {
    const definition = definitionOf(object);
    const [owner, address] = [definition.owner(object), definition.address(object)];
    if (definition.clusterWide === true) shared.push(...address);
    const [schema, name] = [field(object, "schema"), field(object, "table")];
    if (owner === null || catalog.objects.has(owner)) continue;
    if (typeof schema === "string" && typeof name === "string") tables.set(owner, { schema, name });
  }
  const byId = [...tables].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { tables: byId.map(([, table]) => table), shared: shared.sort() };
}
