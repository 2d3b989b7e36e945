import type { Catalog } from "../../catalog/catalog.ts";
import { equal } from "../../catalog/equality.ts";
import { objectId, type ObjectId } from "../../catalog/name.ts";
import type { CatalogObject } from "../../catalog/object.ts";
import { objectsIn } from "../references.ts";
import type { ForeignKeyShape } from "./shape.ts";

/** An object whose index can back a foreign key. */
type Key = CatalogObject & { readonly kind: "primaryKey" | "unique" | "index" };

/**
 * The primary key, unique constraints and unique indexes that may back the foreign key: of several, Postgres takes the
 * oldest when the foreign key is made.
 */
export function referencedKeys(key: ForeignKeyShape, catalog: Catalog): readonly ObjectId[] {
  return candidates(key, catalog).map(idOfKey);
}

/**
 * Whether the foreign key was built upon an object that goes: the one that the database named, or any that may be
 * where the database's is not there any more or was never known.
 */
export function leansOn(key: ForeignKeyShape, gone: CatalogObject, catalog: Catalog): boolean {
  const keys = candidates(key, catalog);
  const used = keys.filter((candidate) => isBacking(key, candidate));
  const id = (used.length === 0 ? keys : used).map(idOfKey);
  return isKey(gone) && id.includes(idOfKey(gone));
}

function candidates({ references }: ForeignKeyShape, catalog: Catalog): readonly Key[] {
  const wanted = references.columns.toSorted();
  const backs = (columns: readonly string[]): boolean => equal(columns.toSorted(), wanted);
  const table = { schema: references.schema, table: references.name };
  return [
    ...objectsIn(table, "primaryKey", catalog).filter((key) => backs(key.columns)),
    ...objectsIn(table, "unique", catalog).filter((key) => backs(key.columns)),
    ...objectsIn(table, "index", catalog).filter(
      ({ unique, where, keys }) => unique && where === null && backs(keys.map((key) => key.column ?? "")),
    ),
  ];
}

function isBacking({ backedBy }: ForeignKeyShape, key: Key): boolean {
  return backedBy !== undefined && backedBy.kind === key.kind && backedBy.name === key.name;
}

function isKey(object: CatalogObject): object is Key {
  return object.kind === "primaryKey" || object.kind === "unique" || object.kind === "index";
}

function idOfKey(object: Key): ObjectId {
  if (object.kind === "primaryKey") return objectId(object.kind, object.schema, object.table);
  if (object.kind === "index") return objectId(object.kind, object.schema, object.name);
  return objectId(object.kind, object.schema, object.table, object.name);
}
