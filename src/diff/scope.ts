import type { Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import type { ObjectId, QualifiedName } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import { definitionOf } from "../objects/dispatch.ts";

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
