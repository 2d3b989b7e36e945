import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { call } from "../methods.ts";
import { columnsOf, constraintSlot, relationSlot, tableOf } from "../references.ts";
import { optional } from "../optional.ts";
import type { PrimaryKeyDefinition } from "./operations.ts";
import type { PrimaryKeyShape } from "./shape.ts";

export const primaryKeyDefinition: ObjectDefinition<"primaryKey"> = {
  kind: "primaryKey",
  label: "primary key",
  rules: {
    schema: "identity",
    table: "identity",
    name: "name",
    nameIsExplicit: "ignored",
    columns: "recreate",
    include: "unmodelled",
    deferrable: "unmodelled",
    comment: "unmodelled",
  },
  address: ({ schema, table }) => [schema, table],
  owner: tableOf,
  dependencies: (key) => [tableOf(key), ...columnsOf(key, key.columns)],
  occupies: (key) => [relationSlot(key.schema, key.name), constraintSlot(key, key.name)],
  attachment: "detachable",
  signature: () => null,
  texts: () => ({}),
  withTexts: (key) => key,
  disturbs: () => false,
  yields: () => false,
  create: (key) => {
    const { name, columns, ...options } = primaryKeyPart(key);
    return [
      call(
        "createPrimaryKey",
        name,
        toName({ schema: key.schema, name: key.table }),
        columns,
        ...optional(options),
      ),
    ];
  },
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

/** A primary key as `createTable` takes it. */
export function primaryKeyPart({
  name,
  columns,
  include,
  deferrable,
}: PrimaryKeyShape): PrimaryKeyDefinition {
  return {
    name,
    columns,
    ...(include === undefined ? {} : { include }),
    ...(deferrable === undefined ? {} : { deferrable }),
  };
}
