import type { ObjectKind, ObjectOf } from "../catalog/object.ts";

/** One change of one object, as data. It carries the whole object on both sides, so it always knows its reverse. */
export type Operation =
  | { readonly action: "create"; readonly to: ObjectOf<ObjectKind> }
  | { readonly action: "drop"; readonly from: ObjectOf<ObjectKind> }
  | Alteration;

/** An object that stays and changes; `from` and `to` are of one kind, `attributes` names what differs. */
export interface Alteration {
  readonly action: "alter";
  readonly from: ObjectOf<ObjectKind>;
  readonly to: ObjectOf<ObjectKind>;
  readonly attributes: readonly string[];
}

/** The operation that undoes `operation`. Reversing twice gives the operation itself. */
export function reverse(operation: Operation): Operation {
  switch (operation.action) {
    case "create":
      return { action: "drop", from: operation.to };
    case "drop":
      return { action: "create", to: operation.from };
    case "alter":
      return { ...operation, from: operation.to, to: operation.from };
  }
}
