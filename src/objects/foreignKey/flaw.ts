import type { Catalog } from "../../catalog/catalog.ts";
import { displayName, objectId } from "../../catalog/name.ts";
import type { Flaw } from "../definition.ts";
import { objectsIn } from "../references.ts";
import { referencedKeys } from "./backing.ts";
import type { ForeignKeyShape } from "./shape.ts";

/** Why Postgres can never take a foreign key; what it points at is known only where the models have it. */
export function foreignKeyFlaw(key: ForeignKeyShape, catalog: Catalog): Flaw | null {
  const { schema, name, columns } = key.references;
  if (key.columns.length !== columns.length || columns.length === 0) {
    return {
      code: "foreign-key-columns",
      problem: `it has ${count(key.columns.length)} and refers to ${count(columns.length)}`,
      hint: "Name as many columns as foreignColumns.",
    };
  }
  if (!catalog.objects.has(objectId("table", schema, name)) || isBacked(key, catalog)) return null;
  const known = objectsIn({ schema, table: name }, "column", catalog).map((column) => column.name);
  // A column of a table that was declared under the same name elsewhere.
  if (!columns.every((column) => known.includes(column))) return null;
  const target = `${displayName(schema, name)} (${columns.join(", ")})`;
  return {
    code: "foreign-key-without-key",
    problem: `it refers to ${target}, which no primary key, unique constraint or unique index covers`,
    hint: "Declare the columns that it refers to as a primary key or unique.",
  };
}

/** A partial index, or one that has an expression besides, says nothing of all rows. */
function isBacked(key: ForeignKeyShape, catalog: Catalog): boolean {
  return referencedKeys(key, catalog).some((id) => {
    const found = catalog.objects.get(id);
    if (found?.kind !== "index") return true;
    return found.where === null && found.keys.every(({ column }) => column !== undefined);
  });
}

function count(columns: number): string {
  return columns === 1 ? "1 column" : `${columns} columns`;
}
