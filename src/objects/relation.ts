import type { QualifiedName } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind } from "../catalog/object.ts";
import { field } from "../catalog/equality.ts";

/** The kinds that live in Postgres's name space of relations and can be read from, under their relkinds in pg_class. */
const KIND_OF_RELKIND: Readonly<Record<string, ObjectKind>> = {
  r: "table",
  p: "table",
  v: "view",
  m: "materializedView",
};

/** The kinds that can be read from. */
export const RELATIONS: readonly ObjectKind[] = [...new Set(Object.values(KIND_OF_RELKIND))];

/** The kind of relation that a relkind stands for; null for one that catalogs do not hold. */
export function kindOfRelkind(relkind: string): ObjectKind | null {
  return KIND_OF_RELKIND[relkind] ?? null;
}

/** The table, view or materialized view that an object is, or lies in; null where there is none. */
export function relationOf(object: CatalogObject): QualifiedName | null {
  const [schema, table] = [field(object, "schema"), field(object, "table")];
  if (typeof schema !== "string") return null;
  if (typeof table === "string") return { schema, name: table };
  return RELATIONS.includes(object.kind) && "name" in object ? { schema, name: object.name } : null;
}
