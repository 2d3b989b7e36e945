import type { ObjectKind, ObjectOf } from "../catalog/object.ts";

/** One change of one object, as data. It carries the whole object on both sides, so that the way back is known. */
export type Operation =
  Creation | { readonly action: "drop"; readonly from: ObjectOf<ObjectKind> } | Alteration;

/** An object that is new, or made anew after a drop: then `attributes` may name what differs. */
export interface Creation {
  readonly action: "create";
  readonly to: ObjectOf<ObjectKind>;
  readonly attributes?: readonly string[];
}

/** An object that stays and changes; `from` and `to` are of one kind, `attributes` names what differs. */
export interface Alteration {
  readonly action: "alter";
  readonly from: ObjectOf<ObjectKind>;
  readonly to: ObjectOf<ObjectKind>;
  readonly attributes: readonly string[];
}
