import { objectId } from "../../catalog/name.ts";
import type { CatalogObject, ObjectKind, ObjectOf } from "../../catalog/object.ts";
import { toName } from "../../operations/sql.ts";
import { checkDefinition, checkPart } from "../check/definition.ts";
import { disowned, ownedAfter, sequencesBefore } from "../column/ownership.ts";
import { columnPart } from "../column/parts.ts";
import type { ObjectDefinition } from "../definition.ts";
import { foreignKeyDefinition, foreignKeyPart } from "../foreignKey/definition.ts";
import { commentCalls } from "../comment.ts";
import { call } from "../methods.ts";
import { primaryKeyPart } from "../primaryKey/definition.ts";
import { objectsIn, relationSlot } from "../references.ts";
import { uniquePart } from "../unique/definition.ts";
import type { TableDefinition } from "./operations.ts";
import type { TableShape } from "./shape.ts";

export const tableDefinition: ObjectDefinition<"table"> = {
  kind: "table",
  label: "table",
  rules: {
    schema: "identity",
    name: "identity",
    options: "unmodelled",
    unlogged: "unmodelled",
    comment: "unmodelled",
  },
  address: ({ schema, name }) => [schema, name],
  owner: () => null,
  dependencies: ({ schema }) => [objectId("schema", schema)],
  occupies: ({ schema, name }) => [relationSlot(schema, name), `type ${schema}.${name}`],
  attachment: "none",
  signature: () => null,
  texts: () => ({}),
  withTexts: (table) => table,
  disturbs: () => false,
  yields: () => false,
  create: (table, inlined, context) => {
    const columns = partsOf(inlined, "column");
    return [
      ...sequencesBefore(columns),
      call("createTable", toName(table), tablePart(table, inlined)),
      // CREATE TABLE takes NOT VALID and leaves the constraint valid, for there are no rows.
      ...partsOf(inlined, "check")
        .filter(isNotValid)
        .flatMap((check) => checkDefinition.create(check, [], context)),
      ...partsOf(inlined, "foreignKey")
        .filter(isNotValid)
        .flatMap((key) => foreignKeyDefinition.create(key, [], context)),
      ...ownedAfter(columns, context),
    ];
  },
  finish: (table) => commentCalls({ table: toName(table) }, table.comment),
  drop: (table, context) => {
    const columns = objectsIn({ schema: table.schema, table: table.name }, "column", context.from);
    return [...disowned(columns, context), call("dropTable", toName(table))];
  },
  alter: () => [],
};

function tablePart(table: TableShape, inlined: readonly CatalogObject[]): TableDefinition {
  const primaryKey = partsOf(inlined, "primaryKey").map(primaryKeyPart)[0];
  return {
    columns: partsOf(inlined, "column").map(columnPart),
    ...(primaryKey === undefined ? {} : { primaryKey }),
    ...list("uniques", partsOf(inlined, "unique").map(uniquePart)),
    ...list("checks", partsOf(inlined, "check").filter(isInTable).map(checkPart)),
    ...list("foreignKeys", partsOf(inlined, "foreignKey").filter(isInTable).map(foreignKeyPart)),
    ...(table.unlogged === true ? { unlogged: true } : {}),
    ...list("options", table.options ?? []),
  };
}

function isNotValid(constraint: ObjectOf<"check" | "foreignKey">): boolean {
  return constraint.notValid && constraint.notEnforced !== true;
}

function isInTable(constraint: ObjectOf<"check" | "foreignKey">): boolean {
  return !isNotValid(constraint);
}

function partsOf<K extends ObjectKind>(objects: readonly CatalogObject[], kind: K): readonly ObjectOf<K>[] {
  // `kind` is the discriminant, which TypeScript cannot follow through a type parameter.
  return objects.filter((object) => object.kind === kind) as readonly unknown[] as readonly ObjectOf<K>[];
}

/** A key with a list, or nothing where the list is empty. */
function list<K extends string, T>(key: K, items: readonly T[]): { readonly [P in K]?: readonly T[] } {
  return items.length === 0 ? {} : ({ [key]: items } as { readonly [P in K]: readonly T[] });
}
