import { equal } from "../../catalog/equality.ts";
import { objectId } from "../../catalog/name.ts";
import { parseTypeName } from "../../catalog/sqlText.ts";
import { toName } from "../../operations/sql.ts";
import { changesPrint } from "../column/using.ts";
import type { JudgedTexts, ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { call, type Call } from "../methods.ts";
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
    invalid: "recreate",
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
    {
      ...from,
      keys: from.keys.map(({ defaultOpclass: _opclass, defaultCollation: _collation, ...key }) => key),
    },
    { ...to, keys: to.keys.map((key, i) => completed(key, from.keys[i])), with: parametersOf(from, to) },
  ],
  // What a failed build has left says nothing of itself, but its name is taken.
  seenBy: (index, other) =>
    index.invalid === true && !other.objects.has(objectId("index", index.schema, index.name)) ? [] : null,
  disturbs: () => false,
  // Postgres rebuilds plain keys by itself; a predicate or expression may compare with values of the old type.
  yields: (index, disturbance) => sqlTexts(index).length > 0 && changesPrint(disturbance),
  create: (index) => (index.invalid === true ? [] : [createCall(index)]),
  drop: (index) => [
    call("dropIndex", toName(index), ...(index.invalid === true ? [{ ifExists: true }] : [])),
  ],
  finish: (index) => (index.invalid === true ? [] : commentCalls({ index: toName(index) }, index.comment)),
  alter: (from, to) => [call("renameIndex", toName(from), to.name)],
};

/** A leftover is never made again, neither on a scratch database nor on the way back. */
function createCall(index: IndexShape): Call {
  const [keys, options] = [index.keys.map(indexKeyPart), optional(indexOptions(index))];
  return call("createIndex", index.name, tableName(index), keys, ...options);
}

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
 * A model's key that says no collation keeps the database's. A collation and an operator class may be said for nothing,
 * and without the schema that they lie in.
 */
function completed(key: IndexKey, other: IndexKey | undefined): IndexKey {
  const {
    opclass,
    collation: saidCollation,
    defaultOpclass: _default,
    defaultCollation: _known,
    ...rest
  } = key;
  const collation = isSameCollation(saidCollation, other?.defaultCollation ?? DATABASE_COLLATION)
    ? undefined
    : saidCollation === undefined || isSameCollation(saidCollation, other?.collation)
      ? other?.collation
      : saidCollation;
  const said = opclass === other?.defaultOpclass ? undefined : sameClass(opclass, other?.opclass);
  return {
    ...rest,
    ...(said === undefined ? {} : { opclass: said }),
    ...(collation === undefined ? {} : { collation }),
  };
}

/** What a text column has of which nothing was ever said. */
const DATABASE_COLLATION = 'pg_catalog."default"';

/** A name without a schema means what any schema of the path has. */
function isSameCollation(said: string | undefined, known: string | undefined): boolean {
  if (said === undefined || known === undefined) return false;
  const [a, b] = [parseTypeName(said), parseTypeName(known)];
  return a !== null && a.name === b?.name && (a.schema === undefined || a.schema === b.schema);
}

function sameClass(said: string | undefined, known: string | undefined): string | undefined {
  return said !== undefined && known?.endsWith(`.${said}`) === true ? known : said;
}
