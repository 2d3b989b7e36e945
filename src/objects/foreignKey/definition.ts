import { objectId, type ObjectId } from "../../catalog/name.ts";
import { toName } from "../../operations/sql.ts";
import { changesFamily, changesOperators } from "../column/using.ts";
import type { ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { columnsOf, constraintSlot, tableOf } from "../references.ts";
import { validityRule } from "../validity.ts";
import { leansOn, referencedKeys } from "./backing.ts";
import { foreignKeyFlaw } from "./flaw.ts";
import type { ForeignKeyDefinition } from "./operations.ts";
import type { ForeignKeyShape } from "./shape.ts";

export const foreignKeyDefinition: ObjectDefinition<"foreignKey"> = {
  kind: "foreignKey",
  label: "foreign key",
  rules: {
    schema: "identity",
    table: "identity",
    name: "name",
    nameIsExplicit: "ignored",
    columns: "recreate",
    references: "recreate",
    onDelete: "recreate",
    onUpdate: "recreate",
    notValid: validityRule,
    notEnforced: "recreate",
    matchFull: "unmodelled",
    onDeleteColumns: "unmodelled",
    deferrable: "unmodelled",
    comment: "unmodelled",
    backedBy: "unmodelled",
  },
  address: ({ schema, table, name }) => [schema, table, name],
  owner: tableOf,
  dependencies: (key, catalog) => [
    tableOf(key),
    ...columnsOf(key, key.columns),
    ...referenced(key),
    ...referencedKeys(key, catalog),
  ],
  refersTo: ({ references: { schema, name } }) => [{ schema, name }],
  flaw: foreignKeyFlaw,
  occupies: (key) => [constraintSlot(key, key.name)],
  attachment: "detachable",
  signature: ({ schema, table, columns, references, onDelete, onUpdate }) =>
    JSON.stringify([
      schema,
      table,
      columns,
      references.schema,
      references.name,
      references.columns,
      onDelete,
      onUpdate,
    ]),
  texts: () => ({}),
  withTexts: (key) => key,
  disturbs: () => false,
  // Postgres compares across the integer types, but not between text and uuid, nor a numeric with an integer's key.
  yields: (_key, disturbance) => changesFamily(disturbance) || changesOperators(disturbance),
  clings: (key, gone, from) => leansOn(key, gone, from),
  create: (key) => {
    const { name, columns, references, ...options } = foreignKeyPart(key);
    const table = toName({ schema: key.schema, name: key.table });
    return [call("createForeignKey", name, table, columns, references, ...optional(options))];
  },
  finish: (key) =>
    commentCalls(
      { table: toName({ schema: key.schema, name: key.table }), constraint: key.name },
      key.comment,
    ),
  drop: (key) => [call("dropConstraint", key.name, toName({ schema: key.schema, name: key.table }))],
  alter: (from, to, attributes) => {
    const table = toName({ schema: to.schema, name: to.table });
    return [
      ...(attributes.includes("name") ? [call("renameConstraint", from.name, table, to.name)] : []),
      ...(attributes.includes("notValid") ? [call("validateConstraint", to.name, table)] : []),
    ];
  },
};

function referenced({ references: { schema, name, columns } }: ForeignKeyShape): readonly ObjectId[] {
  return [objectId("table", schema, name), ...columnsOf({ schema, table: name }, columns)];
}

/** A foreign key as `createTable` takes it. */
export function foreignKeyPart(key: ForeignKeyShape): ForeignKeyDefinition {
  return {
    name: key.name,
    columns: key.columns,
    references: { table: toName(key.references), columns: key.references.columns },
    ...(key.onDelete === "no action" ? {} : { onDelete: key.onDelete }),
    ...(key.onUpdate === "no action" ? {} : { onUpdate: key.onUpdate }),
    ...(key.onDeleteColumns === undefined ? {} : { onDeleteColumns: key.onDeleteColumns }),
    ...(key.matchFull === true ? { matchFull: true } : {}),
    ...(key.deferrable === undefined ? {} : { deferrable: key.deferrable }),
    ...(key.notEnforced === true ? { notEnforced: true } : {}),
    ...(key.notValid && key.notEnforced !== true ? { notValid: true } : {}),
  };
}
