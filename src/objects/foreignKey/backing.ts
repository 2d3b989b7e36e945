import type { Catalog } from "../../catalog/catalog.ts";
import { equal } from "../../catalog/equality.ts";
import { objectId, type ObjectId } from "../../catalog/name.ts";
import type { CatalogObject } from "../../catalog/object.ts";
import { objectsIn } from "../references.ts";
import type { ForeignKeyShape } from "./shape.ts";

/** The primary key, unique constraints and unique indexes that may back the foreign key: Postgres does not say which. */
export function backingKeys({ references }: ForeignKeyShape, catalog: Catalog): readonly ObjectId[] {
  const wanted = references.columns.toSorted();
  const backs = (columns: readonly string[]): boolean => equal(columns.toSorted(), wanted);
  const table = { schema: references.schema, table: references.name };
  return [
    ...objectsIn(table, "primaryKey", catalog).filter((key) => backs(key.columns)),
    ...objectsIn(table, "unique", catalog).filter((key) => backs(key.columns)),
    ...objectsIn(table, "index", catalog).filter(
      (index) => index.unique && backs(index.keys.flatMap((key) => key.column ?? [])),
    ),
  ].map(backingId);
}

function backingId(object: CatalogObject & { readonly kind: "primaryKey" | "unique" | "index" }): ObjectId {
  if (object.kind === "primaryKey") return objectId(object.kind, object.schema, object.table);
  if (object.kind === "index") return objectId(object.kind, object.schema, object.name);
  return objectId(object.kind, object.schema, object.table, object.name);
}
