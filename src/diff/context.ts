import { objectsOf, type Catalog } from "../catalog/catalog.ts";
import { field } from "../catalog/equality.ts";
import { objectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { TableContext } from "./judgement.ts";

/** Gives for an object that lies in a table the table's columns, so that the judge can read its texts. */
export function tableContexts(catalog: Catalog): (object: CatalogObject) => TableContext | null {
  const contexts = new Map<
    string,
    { schema: string; name: string; columns: { name: string; type: string }[] }
  >();
  for (const { schema, table, name, type } of objectsOf(catalog, "column")) {
    const key = objectId("table", schema, table);
    const context = contexts.get(key) ?? { schema, name: table, columns: [] };
    context.columns.push({ name, type });
    contexts.set(key, context);
  }
  return (object) => {
    const [schema, table] = [field(object, "schema"), field(object, "table")];
    if (typeof schema !== "string" || typeof table !== "string") return null;
    return contexts.get(objectId("table", schema, table)) ?? null;
  };
}
