import { equal } from "../../catalog/equality.ts";
import { truncateIdentifier, type QualifiedName } from "../../catalog/name.ts";
import type {
  DrizzleAdapter,
  DrizzleForeignKey,
  DrizzleTable,
  Entity,
  ModelEntities,
  ModelObject,
} from "../drizzle.ts";
import { modelError, placeOf } from "../drizzle.ts";
import { drizzleHash, joinedName } from "../implicitName.ts";
import type { ForeignKeyShape, ReferentialAction } from "./shape.ts";

/** The foreign keys of every table. One that is declared on the column and again on the table counts once. */
export function foreignKeysFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"foreignKey">[] {
  return entities.tables.flatMap((table) => {
    const declared = table.value.foreignKeys.map((key) => foreignKeyShape(table, key, drizzle));
    const distinct = declared.filter((key, i) => declared.findIndex((other) => equal(key, other)) === i);
    return distinct.map((key) => ({ object: { kind: "foreignKey" as const, ...key }, source: table.source }));
  });
}

function foreignKeyShape(
  table: Entity<DrizzleTable>,
  key: DrizzleForeignKey,
  drizzle: DrizzleAdapter,
): ForeignKeyShape {
  const { name, columns: from, foreignTable, foreignColumns } = referenceOf(table, key);
  const columns = from.map((column) => drizzle.columnName(column));
  const target = drizzle.tableName(foreignTable);
  const references = { ...target, columns: foreignColumns.map((column) => drizzle.columnName(column)) };
  const explicit = name !== undefined && name !== "";
  return {
    schema: table.value.schema,
    table: table.value.name,
    name: explicit ? truncateIdentifier(name) : implicitName(table.value.name, columns, references, drizzle),
    nameIsExplicit: explicit,
    columns,
    references,
    onDelete: action(key.onDelete),
    onUpdate: action(key.onUpdate),
    notValid: false,
  };
}

function referenceOf(
  table: Entity<DrizzleTable>,
  key: DrizzleForeignKey,
): ReturnType<DrizzleForeignKey["reference"]> {
  try {
    return key.reference();
  } catch (cause) {
    const problem = "a foreign key points at a column that is undefined";
    const hint = "Name the column in the callback, and look for modules that import each other in a circle.";
    throw modelError("undefined-reference", placeOf(table), problem, hint, cause);
  }
}

/** 1.0 puts a hash into names that would be too long; 0.45 leaves them to Postgres to cut. */
function implicitName(
  table: string,
  columns: readonly string[],
  references: QualifiedName & { readonly columns: readonly string[] },
  drizzle: DrizzleAdapter,
): string {
  const parts = [table, ...columns, references.name, ...references.columns];
  if (drizzle.line === "0.45") return joinedName(...parts, "fk");
  const wanted = [...parts, "fkey"].join("_");
  if (wanted.length <= 63) return truncateIdentifier(wanted);
  return truncateIdentifier(
    table.length < 45 ? `${table}_${drizzleHash(wanted)}_fkey` : `${drizzleHash(wanted)}_fkey`,
  );
}

const ACTIONS: readonly ReferentialAction[] = ["no action", "restrict", "cascade", "set null", "set default"];

function action(said: string | undefined): ReferentialAction {
  return ACTIONS.find((known) => known === said?.toLowerCase()) ?? "no action";
}
