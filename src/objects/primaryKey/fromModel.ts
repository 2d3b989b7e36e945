import { truncateIdentifier } from "../../catalog/name.ts";
import type { DrizzleAdapter, DrizzleTable, Entity, ModelEntities, ModelObject } from "../drizzle.ts";
import { modelError, placeOf } from "../drizzle.ts";
import { chosenName, joinedName } from "../implicitName.ts";
import type { PrimaryKeyShape } from "./shape.ts";

/** The primary key of every table that has one, declared on a column or on the table. */
export function primaryKeysFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"primaryKey">[] {
  return entities.tables.flatMap((table) => {
    const key = primaryKeyOf(table, drizzle);
    return key === null ? [] : [{ object: { kind: "primaryKey" as const, ...key }, source: table.source }];
  });
}

/** The primary key of one table. */
export function primaryKeyOf(table: Entity<DrizzleTable>, drizzle: DrizzleAdapter): PrimaryKeyShape | null {
  const keys = [...onTable(table.value, drizzle), ...onColumns(table.value, drizzle)];
  const [first, ...others] = keys;
  if (first === undefined) return null;
  if (others.some((other) => !sameColumns(first, other))) {
    const hint = "Declare one key over all of its columns with primaryKey({ columns: [...] }).";
    throw modelError("two-primary-keys", placeOf(table), "more than one primary key is declared", hint);
  }
  return first;
}

/** A key said twice may order its columns differently; the table's own declaration counts. */
function sameColumns(a: PrimaryKeyShape, b: PrimaryKeyShape): boolean {
  return a.columns.length === b.columns.length && a.columns.every((column) => b.columns.includes(column));
}

function onTable(
  { schema, name: table, primaryKeys }: DrizzleTable,
  drizzle: DrizzleAdapter,
): readonly PrimaryKeyShape[] {
  return primaryKeys.map(({ name, columns: parts }) => {
    const columns = parts.map((column) => drizzle.columnName(column));
    const implicit =
      drizzle.line === "0.45" ? joinedName(table, ...columns, "pk") : chosenName(table, null, "pkey");
    return named({ schema, table, columns }, name, implicit);
  });
}

/** `.primaryKey()` on a column leaves the name to Postgres, in both lines. */
function onColumns(
  { schema, name: table, columns }: DrizzleTable,
  drizzle: DrizzleAdapter,
): readonly PrimaryKeyShape[] {
  const parts = columns.filter((column) => column.primary);
  const implicit = chosenName(table, null, "pkey");
  return parts.map((column) =>
    named({ schema, table, columns: [drizzle.columnName(column)] }, undefined, implicit),
  );
}

function named(
  key: Pick<PrimaryKeyShape, "schema" | "table" | "columns">,
  name: string | undefined,
  implicit: string,
): PrimaryKeyShape {
  const explicit = name !== undefined && name !== "";
  return { ...key, name: explicit ? truncateIdentifier(name) : implicit, nameIsExplicit: explicit };
}
