import type { Catalog } from "../catalog/catalog.ts";
import { objectId } from "../catalog/name.ts";
import type { Alteration, Operation } from "../operations/operation.ts";
import { plainType } from "./column/serial.ts";
import { changesFamily } from "./column/using.ts";
import { definitionOf, describe } from "./dispatch.ts";
import { registry } from "./registry.ts";

/** Something in the database that a revision takes away or gives another type, as Postgres's catalogs have it. */
export interface Touched {
  readonly class: "schema" | "type" | "relation" | "column" | "constraint";
  readonly schema: string;
  /** The table of a column or constraint. */
  readonly table: string | null;
  readonly name: string;
  /** For people: `column orders.total`. */
  readonly label: string;
  /**
   * - `dropped`
   * - `rebuilt`: a type that is dropped once its columns have its successor
   * - `retyped`, `recast`: a column; `recast` where what compares with the old type cannot go on
   */
  readonly change: "dropped" | "rebuilt" | "retyped" | "recast";
}

/** Where Postgres keeps the objects of each kind; nothing depends on objects of the others. */
const CLASSES: Readonly<Record<string, Touched["class"]>> = {
  schema: "schema",
  enum: "type",
  sequence: "relation",
  table: "relation",
  view: "relation",
  materializedView: "relation",
  index: "relation",
  column: "column",
  primaryKey: "constraint",
  unique: "constraint",
  check: "constraint",
  foreignKey: "constraint",
};

/** What an operation takes away or gives another type; null where nothing can stand in its way. */
export function touchedBy(operation: Operation): Touched | null {
  if (operation.action === "create") return null;
  const { from } = operation;
  const found = CLASSES[from.kind];
  const change = operation.action === "drop" ? "dropped" : changeOf(operation);
  if (found === undefined || change === null || !("name" in from)) return null;
  const schema = "schema" in from ? from.schema : from.name;
  const table = found !== "relation" && "table" in from ? from.table : null;
  return { class: found, schema, table, name: from.name, label: describe(from), change };
}

function changeOf(alteration: Alteration): Touched["change"] | null {
  const { from, to, attributes } = alteration;
  if (!definitionOf(from).disturbs(from, to, attributes)) return null;
  if (from.kind === "enum") return "rebuilt";
  if (from.kind !== "column" || to.kind !== "column") return null;
  // A serial column that becomes an integer keeps its type.
  if (plainType(from.type) === plainType(to.type)) return null;
  return changesFamily(alteration) ? "recast" : "retyped";
}

/** Something that depends on what is touched. */
export interface Dependent {
  /** The system catalog that it is in: `pg_class`. */
  readonly class: string;
  readonly schema: string;
  /** The relation that it is, or lies in. */
  readonly relation: string;
  /** Its own name in the relation; empty for the relation itself. */
  readonly name: string;
}

/** The system catalogs that the catalog's objects come from. */
const READ = ["pg_class", "pg_constraint", "pg_attrdef", "pg_policy"];
const KINDS = Object.keys(registry);

/** Whether the catalog has a dependent, so that the plan has taken care of it. */
export function isPlanned({ class: from, schema, relation, name }: Dependent, catalog: Catalog): boolean {
  if (!READ.includes(from)) return false;
  const address = name === "" ? [schema, relation] : [schema, relation, name];
  if (KINDS.some((kind) => catalog.objects.has(objectId(kind, ...address)))) return true;
  // A table has one primary key, which is found by the table.
  const key = catalog.objects.get(objectId("primaryKey", schema, relation));
  return key?.kind === "primaryKey" && key.name === name;
}
