import { equal } from "../../catalog/equality.ts";
import { truncateIdentifier } from "../../catalog/name.ts";
import type {
  DrizzleAdapter,
  DrizzleColumn,
  DrizzleTable,
  DrizzleUnique,
  Entity,
  ModelEntities,
  ModelObject,
} from "../drizzle.ts";
import { chosenName, joinedName } from "../implicitName.ts";
import { primaryKeyOf } from "../primaryKey/fromModel.ts";
import type { UniqueShape } from "./shape.ts";

/** The unique constraints of every table, declared on columns or on the table. */
export function uniquesFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"unique">[] {
  return entities.tables.flatMap((table) =>
    uniquesOf(table, drizzle).map((unique) => ({
      object: { kind: "unique" as const, ...unique },
      source: table.source,
    })),
  );
}

/**
 * Postgres makes one index of constraints over the same columns, and none for a unique that the primary key
 * implies (transformIndexConstraints), so neither counts here. An explicit name wins over an implicit one.
 */
function uniquesOf(table: Entity<DrizzleTable>, drizzle: DrizzleAdapter): readonly UniqueShape[] {
  const onColumns = table.value.columns
    .filter(({ isUnique }) => isUnique)
    .map((column) => onColumn(table.value, column, drizzle));
  const onTable = table.value.uniqueConstraints.map((unique) => onTableOf(table.value, unique, drizzle));
  const declared = [...onColumns, ...onTable];
  const key = primaryKeyOf(table, drizzle);
  const byName = [...declared.filter(({ nameIsExplicit }) => nameIsExplicit), ...declared];
  const kept = byName.filter((unique, i) => byName.findIndex((other) => sameConstraint(unique, other)) === i);
  const implied = (unique: UniqueShape): boolean =>
    !unique.nullsNotDistinct && equal(unique.columns, key?.columns);
  return declared.filter((unique) => kept.includes(unique) && !implied(unique));
}

function sameConstraint(a: UniqueShape, b: UniqueShape): boolean {
  return equal(a.columns, b.columns) && a.nullsNotDistinct === b.nullsNotDistinct;
}

function onColumn(
  { schema, name: table }: DrizzleTable,
  column: DrizzleColumn,
  drizzle: DrizzleAdapter,
): UniqueShape {
  const columns = [drizzle.columnName(column)];
  const nullsNotDistinct = column.uniqueType === "not distinct";
  // 0.45 makes the name from the key, whatever the casing; 1.0 leaves it to Postgres.
  const ormName = [table, column.name, "unique"].join("_");
  const implicit =
    drizzle.line === "0.45" ? truncateIdentifier(ormName) : chosenName(table, columns.join("_"), "key");
  // 1.0 has a name here only where the author gave one.
  const chosen = drizzle.line === "0.45" ? undefined : true;
  return { schema, table, columns, nullsNotDistinct, ...named(column.uniqueName, ormName, implicit, chosen) };
}

function onTableOf(
  { schema, name: table }: DrizzleTable,
  unique: DrizzleUnique,
  drizzle: DrizzleAdapter,
): UniqueShape {
  const columns = unique.columns.map((column) => drizzle.columnName(column));
  const ormName = [table, ...unique.columns.map(({ name }) => name), "unique"].join("_");
  const implicit = joinedName(ormName);
  return {
    schema,
    table,
    columns,
    nullsNotDistinct: unique.nullsNotDistinct,
    ...named(unique.name, ormName, implicit, unique.isNameExplicit),
  };
}

/** Where it is not known whether the author chose the name (0.45), the name that the library would give was not chosen. */
function named(
  name: string | undefined,
  ormName: string,
  implicit: string,
  chosen?: boolean,
): Pick<UniqueShape, "name" | "nameIsExplicit"> {
  const explicit = name !== undefined && name !== "" && (chosen ?? name !== ormName);
  return { name: explicit ? truncateIdentifier(name) : implicit, nameIsExplicit: explicit };
}
