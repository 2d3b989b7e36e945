import { objectId } from "../../catalog/name.ts";
import type { AttributeRule, JudgedTexts, ObjectDefinition } from "../definition.ts";
import { toName } from "../../operations/sql.ts";
import { columnFlaw } from "../flaws.ts";
import { call } from "../methods.ts";
import {
  mentionedColumns,
  mentionedSequences,
  mentionedTypes,
  relationSlot,
  tableOf,
} from "../references.ts";
import { alterCalls, finishCalls } from "./alterCalls.ts";
import { columnPart } from "./parts.ts";
import { disowned, ownedAfter, sequencesBefore } from "./ownership.ts";
import { reconcile, takenApart } from "./reconcile.ts";
import { isSerial } from "./serial.ts";
import { chosenSequence } from "./serialSequence.ts";
import type { ColumnShape } from "./shape.ts";

export const columnDefinition: ObjectDefinition<"column"> = {
  kind: "column",
  label: "column",
  rules: {
    schema: "identity",
    table: "identity",
    name: "identity",
    type: "alter",
    notNull: "alter",
    notValidNotNull: "unmodelled",
    default: "alter",
    generated: generatedRule,
    virtual: "unmodelled",
    identity: "alter",
    collation: "unmodelled",
    serialSequence: "unmodelled",
    storage: "unmodelled",
    compression: "unmodelled",
    statistics: "unmodelled",
    comment: "unmodelled",
  },
  address: ({ schema, table, name }) => [schema, table, name],
  owner: tableOf,
  dependencies: (column, catalog) => [
    tableOf(column),
    ...mentionedTypes(column.type),
    ...(column.default === null ? [] : mentionedSequences(column.default, catalog)),
    ...(column.generated === null
      ? []
      : others(column, mentionedColumns(column, [column.generated], catalog))),
  ],
  occupies: ({ schema, table, name, identity, serialSequence }) => [
    `column ${schema}.${table}.${name}`,
    // Where the model leaves the name of its sequence open, Postgres chooses one that is free.
    ...(identity?.sequenceName === undefined ? [] : [relationSlot(schema, identity.sequenceName)]),
    ...(serialSequence === undefined ? [] : [relationSlot(serialSequence.schema, serialSequence.name)]),
  ],
  flaw: columnFlaw,
  attachment: "inline",
  signature: () => null,
  texts,
  withTexts: (column, { type, default: value, generated }) => ({
    ...column,
    ...(type === undefined ? {} : { type }),
    ...(value === undefined ? {} : { default: value }),
    ...(generated === undefined ? {} : { generated }),
  }),
  reconcile,
  disturbs: (_from, _to, attributes) => attributes.includes("type"),
  // Postgres refuses to change the type of a column that a generated column reads.
  yields: ({ generated }) => generated !== null,
  seenBy: takenApart,
  chosen: chosenSequence,
  create: (column, _inlined, context) => [
    ...sequencesBefore([column]),
    call("addColumn", toName({ schema: column.schema, name: column.table }), columnPart(column)),
    ...ownedAfter([column], context),
  ],
  drop: (column, context) => [
    ...disowned([column], context),
    call("dropColumn", toName({ schema: column.schema, name: column.table }), column.name),
  ],
  finish: (column) => finishCalls(column),
  alter: alterCalls,
};

/** DROP EXPRESSION keeps the values; every other change computes them anew, which only 17 can do in place. */
function generatedRule(from: ColumnShape, to: ColumnShape): AttributeRule {
  return from.generated !== null && to.generated === null ? "alter" : "recreate";
}

function texts({ name, type, default: value, generated }: ColumnShape): JudgedTexts {
  return {
    ...(isSerial(type) ? {} : { type: { role: "type", text: type } }),
    ...(value === null ? {} : { default: { role: "default", text: value, column: name } }),
    ...(generated === null ? {} : { generated: { role: "generated", text: generated, column: name } }),
  };
}

function others(
  column: ColumnShape,
  ids: readonly ReturnType<typeof objectId>[],
): readonly ReturnType<typeof objectId>[] {
  const own = objectId("column", column.schema, column.table, column.name);
  return ids.filter((id) => id !== own);
}
