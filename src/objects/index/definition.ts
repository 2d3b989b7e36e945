import { equal } from "../../catalog/equality.ts";
import { objectId } from "../../catalog/name.ts";
import { toName } from "../../operations/sql.ts";
import { changesLiterals } from "../column/using.ts";
import type { JudgedTexts, ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { columnsOf, mentionedColumns, relationSlot, tableOf } from "../references.ts";
import { indexKeyPart, indexOptions } from "./parts.ts";
import type { IndexKey, IndexShape } from "./shape.ts";

export const indexDefinition: ObjectDefinition<"index"> = {
  kind: "index",
  label: "index",
  rules: {
    schema: "identity",
    table: "recreate",
    name: "name",
    nameIsExplicit: "ignored",
    unique: "recreate",
    method: "recreate",
    keys: "recreate",
    where: "recreate",
    with: "recreate",
    nullsNotDistinct: "unmodelled",
    include: "unmodelled",
    comment: "unmodelled",
    only: "ignored",
  },
  address: ({ schema, name }) => [schema, name],
  owner: tableOf,
  dependencies: (index, catalog) => [
    tableOf(index),
    ...columnsOf(index, [...index.keys.flatMap((key) => key.column ?? []), ...(index.include ?? [])]),
    ...mentionedColumns(index, sqlTexts(index), catalog),
  ],
  occupies: ({ schema, name }) => [relationSlot(schema, name)],
  attachment: "separate",
  signature: structure,
  texts,
  withTexts,
  reconcile: (from, to) => [
    { ...from, keys: from.keys.map(({ defaultOpclass: _default, ...key }) => key) },
    { ...to, keys: to.keys.map((key, i) => completed(key, from.keys[i])), with: parametersOf(from, to) },
  ],
  disturbs: () => false,
  // Postgres rebuilds plain keys by itself; a predicate or expression may compare with values of the old type.
  yields: (index, disturbance) => {
    const said = sqlTexts(index);
    return said.length > 0 && changesLiterals(disturbance, said);
  },
  create: (index) => [
    call(
      "createIndex",
      index.name,
      tableName(index),
      index.keys.map(indexKeyPart),
      ...optional(indexOptions(index)),
    ),
  ],
  finish: (index) => commentCalls({ index: toName(index) }, index.comment),
  drop: (index) => [call("dropIndex", toName(index))],
  alter: (from, to) => [call("renameIndex", toName(from), to.name)],
};

function tableName({ schema, table }: IndexShape): ReturnType<typeof toName> {
  return toName({ schema, name: table });
}

/** Without the SQL texts, which only Postgres may compare; whether there are any counts. */
function structure({ schema, table, unique, method, keys, where, with: parameters }: IndexShape): string {
  const parts = keys.map((key) => [key.column, key.opclass, key.order, key.nulls]);
  return JSON.stringify([
    objectId("table", schema, table),
    unique,
    method,
    parts,
    where !== null,
    byName(parameters),
  ]);
}

type Parameters = IndexShape["with"];

/** The model's storage parameters, in the order of the database where they are the same. */
function parametersOf(from: IndexShape, to: IndexShape): Parameters {
  return equal(byName(from.with), byName(to.with)) ? from.with : to.with;
}

function byName(parameters: Parameters): Parameters {
  return parameters.toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The predicate and the expressions: the texts that only Postgres may compare, and that name columns. */
function sqlTexts({ keys, where }: IndexShape): readonly string[] {
  return [...keys.flatMap((key) => key.expression ?? []), ...(where === null ? [] : [where])];
}

function texts({ keys, where }: IndexShape): JudgedTexts {
  const expressions = keys.flatMap((key, i) =>
    key.expression === undefined
      ? []
      : [[`keys.${i}`, { role: "expression", text: key.expression }] as const],
  );
  return {
    ...Object.fromEntries(expressions),
    ...(where === null ? {} : { where: { role: "condition", text: where } }),
  };
}

function withTexts(index: IndexShape, texts: Readonly<Record<string, string>>): IndexShape {
  const keys = index.keys.map((key, i) => {
    const expression = texts[`keys.${i}`];
    return expression === undefined ? key : { ...key, expression };
  });
  return { ...index, keys, where: texts["where"] ?? index.where };
}

/**
 * Drizzle cannot say collations, so a model's key keeps the database's. An operator class may be said for nothing,
 * and one of an extension without the schema that the extension lies in.
 */
function completed(key: IndexKey, other: IndexKey | undefined): IndexKey {
  const { opclass, collation = other?.collation, defaultOpclass: _default, ...rest } = key;
  const said = opclass === other?.defaultOpclass ? undefined : sameClass(opclass, other?.opclass);
  return {
    ...rest,
    ...(said === undefined ? {} : { opclass: said }),
    ...(collation === undefined ? {} : { collation }),
  };
}

function sameClass(said: string | undefined, known: string | undefined): string | undefined {
  return said !== undefined && known?.endsWith(`.${said}`) === true ? known : said;
}
