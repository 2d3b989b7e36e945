import { DEFAULT_SCHEMA } from "../catalog/name.ts";
import type { DrizzleColumn, DrizzleEnum } from "../objects/drizzle.ts";
import type { DrizzleModule } from "./drizzleModule.ts";
import { typeName } from "./typeName.ts";

/** A column without the arrays around it, and how many there are. */
export interface UnwrappedColumn {
  readonly leaf: DrizzleColumn;
  readonly dimensions: number;
  /** How many of them the column's own `mapToDriverValue` expects: all in 1.0, none in 0.45. */
  readonly driverDimensions: number;
}

/** Takes arrays apart: 0.45 wraps columns, 1.0 counts dimensions on the column itself. */
export function unwrap(column: DrizzleColumn, { orm, pg, line }: DrizzleModule): UnwrappedColumn {
  let leaf = column;
  let dimensions = 0;
  while (pg.PgArray !== undefined && orm.is(leaf, pg.PgArray) && "baseColumn" in leaf) {
    // A PgArray's base is a column; the check above is all that Drizzle offers.
    leaf = leaf.baseColumn as DrizzleColumn;
    dimensions += 1;
  }
  // In 0.45 `dimensions` is the length of a vector.
  const counted =
    line === "1.0" && "dimensions" in leaf && typeof leaf.dimensions === "number" ? leaf.dimensions : 0;
  return { leaf, dimensions: dimensions + counted, driverDimensions: counted };
}

/** The enum behind a column. */
export function enumOf(column: DrizzleColumn, drizzle: DrizzleModule): DrizzleEnum | null {
  const { leaf } = unwrap(column, drizzle);
  const { orm, pg } = drizzle;
  if (!orm.is(leaf, pg.PgEnumColumn) && !orm.is(leaf, pg.PgEnumObjectColumn)) return null;
  return "enum" in leaf && pg.isPgEnum(leaf.enum) ? leaf.enum : null;
}

/** The type as SQL text: enums qualified, the brackets of arrays without sizes, which Postgres forgets. */
export function columnType(column: DrizzleColumn, drizzle: DrizzleModule): string {
  const { leaf, dimensions } = unwrap(column, drizzle);
  const type = enumOf(leaf, drizzle);
  const base =
    type === null ? spelling(leaf, drizzle) : typeName(type.schema ?? DEFAULT_SCHEMA, type.enumName);
  return base + "[]".repeat(dimensions);
}

/** Built-in columns print `timestamp (3)`, which nobody wrote; custom types say what their author says. */
function spelling(leaf: DrizzleColumn, { orm, pg }: DrizzleModule): string {
  const type = leaf.getSQLType();
  return orm.is(leaf, pg.PgCustomColumn) ? type : type.replace(" (", "(");
}
