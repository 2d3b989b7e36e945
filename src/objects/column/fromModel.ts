import { truncateIdentifier } from "../../catalog/name.ts";
import type {
  DrizzleAdapter,
  DrizzleColumn,
  DrizzleTable,
  Entity,
  ModelEntities,
  ModelObject,
  ModelPlace,
} from "../drizzle.ts";
import { placeOf } from "../drizzle.ts";
import { fillSequence } from "../sequence/defaults.ts";
import { saidNumbers } from "../sequence/fromModel.ts";
import { isSerial } from "./serial.ts";
import type { ColumnShape, IdentityShape } from "./shape.ts";

/** The columns of every table, in the order in which they are declared. */
export function columnsFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"column">[] {
  return entities.tables.flatMap((table) =>
    table.value.columns.map((column) => ({
      object: { kind: "column" as const, ...columnShape(table, column, drizzle) },
      source: table.source,
    })),
  );
}

function columnShape(
  table: Entity<DrizzleTable>,
  column: DrizzleColumn,
  drizzle: DrizzleAdapter,
): ColumnShape {
  const name = drizzle.columnName(column);
  const place = placeOf(table, `column ${name}`);
  const type = drizzle.columnType(column);
  const generated = generatedText(column, drizzle, place);
  const identity = identityOf(column, type, place);
  const filledByPostgres = isSerial(type) || generated !== null || identity !== null;
  return {
    schema: table.value.schema,
    table: table.value.name,
    name,
    type,
    notNull:
      column.notNull || isSerial(type) || identity !== null || inPrimaryKey(table.value, column, drizzle),
    default: filledByPostgres ? null : drizzle.defaultText(column, place),
    generated,
    identity,
  };
}

/** Drizzle marks the columns of a composite key as nullable; Postgres never does. */
function inPrimaryKey(table: DrizzleTable, column: DrizzleColumn, drizzle: DrizzleAdapter): boolean {
  const name = drizzle.columnName(column);
  return (
    column.primary ||
    table.primaryKeys.some((key) => key.columns.some((part) => drizzle.columnName(part) === name))
  );
}

function generatedText(
  { generated }: DrizzleColumn,
  drizzle: DrizzleAdapter,
  place: ModelPlace,
): string | null {
  if (generated === undefined) return null;
  const said: unknown = typeof generated.as === "function" ? generated.as() : generated.as;
  return drizzle.isSql(said) ? drizzle.sqlText(said, place) : drizzle.valueText(said, place);
}

function identityOf(
  { generatedIdentity }: DrizzleColumn,
  type: string,
  place: ModelPlace,
): IdentityShape | null {
  if (generatedIdentity === undefined) return null;
  const { type: generation, sequenceName, sequenceOptions } = generatedIdentity;
  return {
    generation,
    ...(sequenceName === undefined ? {} : { sequenceName: truncateIdentifier(sequenceName) }),
    ...fillSequence(type, saidNumbers(sequenceOptions, place)),
  };
}
