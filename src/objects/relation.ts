import type { QualifiedName } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind } from "../catalog/object.ts";
import { field } from "../catalog/equality.ts";
import { registry } from "./registry.ts";

/** The kinds that filters by name are about, under the letters that pg_class has for them (relkind). */
const RELATION_KINDS: Readonly<Record<string, string>> = {
  r: "table",
  p: "table",
  v: "view",
  m: "materializedView",
};

/** The kind of relation that a relkind stands for; null for one that catalogs do not hold. */
export function kindOfRelkind(relkind: string): ObjectKind | null {
  const kind = RELATION_KINDS[relkind];
  // What is a key of the registry is a kind.
  return kind !== undefined && kind in registry ? (kind as ObjectKind) : null;
}

const IS_RELATION = new Set(Object.values(RELATION_KINDS));

/** The table, view or materialized view that an object is, or lies in; null where there is none. */
export function relationOf(object: CatalogObject): QualifiedName | null {
  const [schema, table] = [field(object, "schema"), field(object, "table")];
  if (typeof schema !== "string") return null;
  if (typeof table === "string") return { schema, name: table };
  return IS_RELATION.has(object.kind) && "name" in object ? { schema, name: object.name } : null;
}
