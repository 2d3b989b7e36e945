import type { Catalog } from "../../src/catalog/catalog.ts";
import type { CatalogObject, ObjectOf } from "../../src/catalog/object.ts";
import type { Judge } from "../../src/diff/judgement.ts";
import { idOf } from "../../src/objects/dispatch.ts";

/** A catalog of the objects given, in their order. */
export function catalog(...objects: readonly CatalogObject[]): Catalog {
  return { objects: new Map(objects.map((object) => [idOf(object), object])) };
}

/** A judge that calls two texts equal only when they are identical. */
export const literalJudge: Judge = async (questions) =>
  questions.map(({ model, database }) => ({ equal: model === database }));

/** A table in public. */
export function table(name: string, schema = "public"): ObjectOf<"table"> {
  return { kind: "table", schema, name };
}

/** A nullable column without default, in public unless told otherwise. */
export function column(
  table: string,
  name: string,
  type: string,
  rest: Partial<ObjectOf<"column">> = {},
): ObjectOf<"column"> {
  const plain = { schema: "public", notNull: false, default: null, generated: null, identity: null };
  return { kind: "column", table, name, type, ...plain, ...rest };
}

/** A primary key with Postgres's default name. */
export function primaryKey(table: string, ...columns: readonly string[]): ObjectOf<"primaryKey"> {
  return {
    kind: "primaryKey",
    schema: "public",
    table,
    name: `${table}_pkey`,
    nameIsExplicit: false,
    columns,
  };
}

/** A unique constraint. */
export function unique(table: string, name: string, ...columns: readonly string[]): ObjectOf<"unique"> {
  return {
    kind: "unique",
    schema: "public",
    table,
    name,
    nameIsExplicit: true,
    columns,
    nullsNotDistinct: false,
  };
}

/** A check constraint. */
export function check(table: string, name: string, expression: string): ObjectOf<"check"> {
  return { kind: "check", schema: "public", table, name, nameIsExplicit: true, expression, notValid: false };
}

/** A foreign key on one column that references `id`. */
export function foreignKey(table: string, column: string, target: string): ObjectOf<"foreignKey"> {
  return {
    kind: "foreignKey",
    schema: "public",
    table,
    name: `${table}_${column}_fk`,
    nameIsExplicit: true,
    columns: [column],
    references: { schema: "public", name: target, columns: ["id"] },
    onDelete: "no action",
    onUpdate: "no action",
    notValid: false,
  };
}

/** A btree index on plain columns. */
export function index(table: string, name: string, ...columns: readonly string[]): ObjectOf<"index"> {
  return {
    kind: "index",
    schema: "public",
    table,
    name,
    nameIsExplicit: true,
    unique: false,
    method: "btree",
    keys: columns.map((column) => ({ column, order: "asc", nulls: "last" })),
    where: null,
    with: [],
  };
}

/** An enum type in public. */
export function enumType(name: string, ...labels: readonly string[]): ObjectOf<"enum"> {
  return { kind: "enum", schema: "public", name, labels };
}

/** A permissive policy for everybody. */
export function policy(table: string, name: string, using: string): ObjectOf<"policy"> {
  const plain = { schema: "public", permissive: true, command: "all", roles: ["public"] } as const;
  return { kind: "policy", table, name, using, withCheck: null, ...plain };
}

/** Row-level security of a table in public. */
export function rowSecurity(table: string): ObjectOf<"rowSecurity"> {
  return { kind: "rowSecurity", schema: "public", table };
}
