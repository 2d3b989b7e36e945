import type { Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";

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
