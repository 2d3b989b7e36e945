import type { Catalog } from "../catalog/catalog.ts";
import { displayName, objectId, type ObjectId } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind } from "../catalog/object.ts";
import type { AttributeRule, ObjectDefinition } from "./definition.ts";
import { registry } from "./registry.ts";

/** The definition of an object's kind, typed so that it takes any object: callers pass only objects of that kind. */
export function definitionOf(object: CatalogObject): ObjectDefinition<ObjectKind> {
  return registry[object.kind];
}

/** The id of an object. */
export function idOf(object: CatalogObject): ObjectId {
  return objectId(object.kind, ...definitionOf(object).address(object));
}

/** The name that an object has in its schema or table; row-level security goes by its table's. */
export function localName(object: CatalogObject): string {
  return "name" in object ? object.name : (definitionOf(object).address(object).at(-1) ?? "");
}

/** An object as people say it: `column orders.total`. */
export function describe(object: CatalogObject): string {
  const definition = definitionOf(object);
  return `${definition.label} ${displayName(...definition.address(object))}`;
}

/** What must exist before the object can, without the object itself. */
export function dependenciesOf(object: CatalogObject, catalog: Catalog): readonly ObjectId[] {
  const own = idOf(object);
  return definitionOf(object)
    .dependencies(object, catalog)
    .filter((id) => id !== own);
}

/** What a difference in an attribute means, given both objects or not. */
export type Rule = AttributeRule | ((from: CatalogObject, to: CatalogObject) => AttributeRule);

// Asked for every object of both sides, so the lists are made once. A rule's function takes objects of its own kind.
const RULES = new Map(
  Object.entries(registry).map(([kind, { rules }]) => [
    kind,
    Object.entries(rules) as readonly (readonly [string, Rule])[],
  ]),
);

/** The rules of an object's kind, by attribute. */
export function rulesOf({ kind }: CatalogObject): readonly (readonly [name: string, rule: Rule])[] {
  return RULES.get(kind) ?? [];
}

const ORDER = new Map(Object.keys(registry).map((kind, i) => [kind, i]));

/** The place of a kind in the order of creation. */
export function kindOrder(kind: ObjectKind): number {
  return ORDER.get(kind) ?? ORDER.size;
}
