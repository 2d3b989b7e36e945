import type { ObjectId } from "./name.ts";
import type { CatalogObject, ObjectKind, ObjectOf } from "./object.ts";

/** Where a model object was declared. */
export interface ObjectSource {
  /** The name under which the module exports it. */
  readonly export?: string | undefined;
  /** Absolute path of the file. */
  readonly file?: string | undefined;
  readonly line?: number | undefined;
}

/** Everything Limbeck knows about one side: objects by id, in the order in which they would be created. */
export interface Catalog {
  readonly objects: ReadonlyMap<ObjectId, CatalogObject>;
  /** Only for models: where each object comes from. */
  readonly sources?: ReadonlyMap<ObjectId, ObjectSource> | undefined;
  /** Only for models: what they use and leave to others (`.existing()`), whatever the database has of it. */
  readonly existing?: ReadonlySet<ObjectId> | undefined;
}

/** The objects of one kind, in catalog order. */
export function objectsOf<K extends ObjectKind>(catalog: Catalog, kind: K): ObjectOf<K>[] {
  const found = [...catalog.objects.values()].filter((object) => object.kind === kind);
  // `kind` is the discriminant, which TypeScript cannot follow through a type parameter.
  return found as unknown[] as ObjectOf<K>[];
}

/** A catalog without objects: an empty database, or no models. */
export const EMPTY_CATALOG: Catalog = { objects: new Map() };
