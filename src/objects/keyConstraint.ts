import { toName } from "../operations/sql.ts";
import { commentCalls } from "./comment.ts";
import type { AttributeRule, ObjectDefinition } from "./definition.ts";
import { keyFlaw } from "./flaws.ts";
import { call } from "./methods.ts";
import type { PrimaryKeyDefinition } from "./primaryKey/operations.ts";
import type { PrimaryKeyShape } from "./primaryKey/shape.ts";
import { columnsOf, constraintSlot, relationSlot, tableOf } from "./references.ts";

/** The rules of the attributes that both have. */
export const keyRules: { readonly [A in keyof Required<PrimaryKeyShape>]: AttributeRule } = {
  schema: "identity",
  table: "identity",
  name: "name",
  nameIsExplicit: "ignored",
  columns: "recreate",
  include: "unmodelled",
  deferrable: "unmodelled",
  comment: "unmodelled",
};

/** What primary keys and unique constraints have in common: both are an index and a constraint of one name. */
export const keyConstraint: Pick<
  ObjectDefinition<"primaryKey">,
  | "owner"
  | "dependencies"
  | "occupies"
  | "attachment"
  | "flaw"
  | "texts"
  | "disturbs"
  | "yields"
  | "finish"
  | "drop"
  | "alter"
> = {
  owner: tableOf,
  dependencies: (key) => [tableOf(key), ...columnsOf(key, key.columns)],
  occupies: (key) => [relationSlot(key.schema, key.name), constraintSlot(key, key.name)],
  attachment: "detachable",
  flaw: keyFlaw,
  texts: () => ({}),
  disturbs: () => false,
  yields: () => false,
  finish: (key) =>
    commentCalls(
      { table: toName({ schema: key.schema, name: key.table }), constraint: key.name },
      key.comment,
    ),
  drop: (key) => [call("dropConstraint", key.name, toName({ schema: key.schema, name: key.table }))],
  alter: (from, to) => [
    call("renameConstraint", from.name, toName({ schema: to.schema, name: to.table }), to.name),
  ],
};

/** What `createTable` takes of either. */
export function keyPart({
  name,
  columns,
  include,
  deferrable,
}: Omit<PrimaryKeyShape, "schema" | "table" | "nameIsExplicit">): PrimaryKeyDefinition {
  return {
    name,
    columns,
    ...(include === undefined ? {} : { include }),
    ...(deferrable === undefined ? {} : { deferrable }),
  };
}
