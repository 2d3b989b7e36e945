import { objectId } from "../../catalog/name.ts";
import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { columnsOf, constraintSlot, relationSlot, tableOf } from "../references.ts";
import type { UniqueDefinition } from "./operations.ts";
import type { UniqueShape } from "./shape.ts";

export const uniqueDefinition: ObjectDefinition<"unique"> = {
  kind: "unique",
  label: "unique constraint",
  rules: {
    schema: "identity",
    table: "identity",
    name: "name",
    nameIsExplicit: "ignored",
    columns: "recreate",
    nullsNotDistinct: "recreate",
    include: "unmodelled",
    deferrable: "unmodelled",
    comment: "unmodelled",
  },
  address: ({ schema, table, name }) => [schema, table, name],
  owner: tableOf,
  dependencies: (unique) => [tableOf(unique), ...columnsOf(unique, unique.columns)],
  occupies: (unique) => [relationSlot(unique.schema, unique.name), constraintSlot(unique, unique.name)],
  attachment: "detachable",
  signature: ({ schema, table, columns, nullsNotDistinct }) =>
    JSON.stringify([objectId("table", schema, table), columns, nullsNotDistinct]),
  texts: () => ({}),
  withTexts: (unique) => unique,
  disturbs: () => false,
  yields: () => false,
  create: (unique) => {
    const { name, columns, ...options } = uniquePart(unique);
    const table = toName({ schema: unique.schema, name: unique.table });
    return [call("createUniqueConstraint", name, table, columns, ...optional(options))];
  },
  finish: (unique) =>
    commentCalls(
      { table: toName({ schema: unique.schema, name: unique.table }), constraint: unique.name },
      unique.comment,
    ),
  drop: (unique) => [
    call("dropConstraint", unique.name, toName({ schema: unique.schema, name: unique.table })),
  ],
  alter: (from, to) => [
    call("renameConstraint", from.name, toName({ schema: to.schema, name: to.table }), to.name),
  ],
};

/** A unique constraint as `createTable` takes it. */
export function uniquePart({
  name,
  columns,
  nullsNotDistinct,
  include,
  deferrable,
}: UniqueShape): UniqueDefinition {
  return {
    name,
    columns,
    ...(nullsNotDistinct ? { nullsNotDistinct } : {}),
    ...(include === undefined ? {} : { include }),
    ...(deferrable === undefined ? {} : { deferrable }),
  };
}
