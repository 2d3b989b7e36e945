import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId, QualifiedName } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind, ObjectOf } from "../catalog/object.ts";
import type { Alteration } from "../operations/operation.ts";
import type { Call } from "./methods.ts";
import type { QueryColumn } from "./queryColumns.ts";
import type { ObjectShapes } from "./shapes.ts";

/**
 * What a difference in one attribute means.
 * - `identity`: part of the address, or fixed by the way two objects were paired; never differs in a pair
 * - `alter`: the object can be changed in place
 * - `recreate`: the object must be dropped and created again
 * - `unmodelled`: Drizzle cannot say it; a model takes the database's value
 * - `name`: a name; a model's implicit one takes the database's, an explicit one is enforced by a rename
 * - `ignored`: never compared
 * - `derived`: follows from the texts and is never compared; a model with equal texts takes the database's value
 */
export type AttributeRule = "identity" | "alter" | "recreate" | "unmodelled" | "name" | "ignored" | "derived";

/** A rule for every attribute of a shape; a forgotten one does not compile. */
export type AttributeRules<K extends ObjectKind> = {
  readonly [A in keyof Required<ObjectShapes[K]>]:
    AttributeRule | ((from: ObjectShapes[K], to: ObjectShapes[K]) => AttributeRule);
};

/**
 * A piece of SQL in an object that only Postgres may compare.
 * - `type`: a type name
 * - `default`: the default of `column`, coerced to its type
 * - `generated`: the expression of the generated column `column`
 * - `condition`: a boolean expression over the table's columns
 * - `expression`: any expression over the table's columns
 * - `policy`: a boolean expression of a row-level security policy, which may hold subqueries
 * - `query`: a query of its own, as the body of a view
 */
export interface JudgedText {
  readonly role: "type" | "default" | "generated" | "condition" | "expression" | "policy" | "query";
  readonly text: string;
  readonly column?: string | undefined;
  /** For `policy`: the schema of the table, by which the text may name its columns. */
  readonly schema?: string | undefined;
  /** For `policy`: the columns of a table that is no object of the catalog. */
  readonly columns?: readonly { readonly name: string; readonly type: string }[] | undefined;
}

/** The judged texts of an object by slot, a slot being any stable key (`where`, `keys.0`). */
export type JudgedTexts = Readonly<Record<string, JudgedText>>;

/** What the judge found out about two texts. */
export interface Verdict {
  readonly equal: boolean;
  /** For the role `query`: the columns of the author's text, where the database could read it as it is. */
  readonly columns?: readonly QueryColumn[] | undefined;
}

/** What is wrong with an object of the models. */
export interface Flaw {
  /** Of the ModelError. */
  readonly code: string;
  /** Follows the object's name and a colon. */
  readonly problem: string;
  readonly hint: string;
}

/** Both catalogs of the change that is being written: `from` before, `to` after. */
export interface ChangeContext {
  readonly from: Catalog;
  readonly to: Catalog;
}

/** Everything that Limbeck knows about one kind of object. The engines know no kind by name. */
export interface ObjectDefinition<K extends ObjectKind> {
  readonly kind: K;
  /** What Postgres calls it, in prose: `foreign key`. */
  readonly label: string;
  readonly rules: AttributeRules<K>;
  /** The parts of the id; schema first where there is one. */
  address(object: ObjectShapes[K]): readonly string[];
  /** It lies in no schema: all databases of the server share it. */
  readonly clusterWide?: boolean;
  /**
   * The object that this one lives and dies with: a column's table. Where both are created in one revision,
   * the owner's `create` may carry this one; where both are dropped, the owner's drop takes it along.
   */
  owner(object: ObjectShapes[K]): ObjectId | null;
  /** What must exist before this object can, the owner included; ids that `catalog` lacks are ignored. */
  dependencies(object: ObjectShapes[K], catalog: Catalog): readonly ObjectId[];
  /** Tables that the object refers to and that others may manage: exported, or at least in the database. */
  refersTo?(object: ObjectShapes[K]): readonly QualifiedName[];
  /** Names this object takes in Postgres's shared name spaces; a drop that frees one precedes a create that needs it. */
  occupies(object: ObjectShapes[K]): readonly string[];
  /** How the object takes part in the creation and the drop of its owner. */
  readonly attachment: Attachment;
  /** Equal for two objects that are the same but for an implicit name; null where the address alone decides. */
  signature(object: ObjectShapes[K]): string | null;
  /**
   * SQL alone often makes objects of this kind in projects whose models know nothing of it, so what only the database
   * has is not dropped just because the models lack it.
   * - `used`: dropped where the models have others of the kind with the same owner, or a revision of the project made it
   * - `made`: dropped only where a revision made it
   */
  readonly claimed?: "used" | "made";
  /** Why Postgres can never take the object of a model; `catalog` is all of the models. */
  flaw?(object: ObjectShapes[K], catalog: Catalog): Flaw | null;
  texts(object: ObjectShapes[K]): JudgedTexts;
  /** Puts texts back into the slots that `texts` gave. */
  withTexts(object: ObjectShapes[K], texts: Readonly<Record<string, string>>): ObjectShapes[K];
  /**
   * The objects that this one stands for beside `other`, the other side: a serial column and its sequence where that is
   * an object there. Null where it is itself.
   */
  seenBy?(object: ObjectOf<K>, other: Catalog): readonly CatalogObject[] | null;
  /** Gives both sides of a pair a form in which they can be compared attribute by attribute. */
  reconcile?(from: ObjectShapes[K], to: ObjectShapes[K]): readonly [ObjectShapes[K], ObjectShapes[K]];
  /** The models only say that the object is there: it is never created, dropped or compared. */
  isExisting?(object: ObjectShapes[K]): boolean;
  /** Gives `to` what the verdicts on its texts say, by slot; texts that are identical have none. */
  learn?(
    from: ObjectShapes[K],
    to: ObjectShapes[K],
    verdicts: Readonly<Record<string, Verdict>>,
  ): ObjectShapes[K];
  /** Whether texts that are the same to the database as it is will be so after the change; so where it is left out. */
  holds?(from: ObjectShapes[K], to: ObjectShapes[K], context: ChangeContext): boolean;
  /** Whether a change of these attributes stands in the way of what depends on the object, so that this is made anew. */
  disturbs(from: ObjectShapes[K], to: ObjectShapes[K], attributes: readonly string[]): boolean;
  /** Whether the object must be dropped before something that it depends on is disturbed, and made again after it. */
  yields(object: ObjectShapes[K], disturbance: Alteration): boolean;
  /**
   * Whether the object, which stays, must be made anew where something that it depends on is dropped for good: a foreign
   * key that was built upon one of two keys. Where nothing is said, the change that lets go of it is enough.
   */
  clings?(object: ObjectShapes[K], gone: CatalogObject, from: Catalog): boolean;
  /** The names that the change will choose for the object of a model that leaves them open, by attribute. */
  chosen?(object: ObjectShapes[K], context: ChangeContext): Partial<ObjectShapes[K]>;
  create(object: ObjectShapes[K], inlined: readonly CatalogObject[], context: ChangeContext): readonly Call[];
  /** What follows the creation, within the owner's or by itself, since CREATE cannot say it: comments, storage. */
  finish?(object: ObjectShapes[K]): readonly Call[];
  drop(object: ObjectShapes[K], context: ChangeContext): readonly Call[];
  /** Only ever called with attributes whose rule is `alter` or `name`. */
  alter(
    from: ObjectShapes[K],
    to: ObjectShapes[K],
    attributes: readonly (keyof ObjectShapes[K] & string)[],
    context: ChangeContext,
  ): readonly Call[];
}

/**
 * - `none`: the object has no owner
 * - `inline`: always part of the owner's creation (a column)
 * - `detachable`: part of the owner's creation where it can be, else created after it (a foreign key)
 * - `separate`: created by its own call after the owner, and gone with the owner's drop (an index)
 * - `dependent`: without an owner, created after all tables and what hangs on them, dropped before them (a view)
 */
export type Attachment = "none" | "inline" | "detachable" | "separate" | "dependent";
