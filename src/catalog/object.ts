import type { ObjectShapes } from "../objects/shapes.ts";

/** The kinds of object that a catalog holds, one folder of `src/objects` each. */
export type ObjectKind = keyof ObjectShapes;

/** An object of kind `K`: its shape and the discriminant `kind`. */
export type ObjectOf<K extends ObjectKind> = { [P in K]: { readonly kind: P } & ObjectShapes[P] }[K];

/** Any object of a catalog. */
export type CatalogObject = ObjectOf<ObjectKind>;
