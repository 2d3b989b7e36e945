import { truncateIdentifier } from "../../catalog/name.ts";
import type {
  DrizzleAdapter,
  DrizzleIndex,
  DrizzleTable,
  Entity,
  ModelEntities,
  ModelObject,
  ModelPlace,
} from "../drizzle.ts";
import { modelError, placeOf } from "../drizzle.ts";
import { joinedName } from "../implicitName.ts";
import { parseIndexKey } from "./keyText.ts";
import type { IndexKey, IndexShape } from "./shape.ts";

/** The indexes of every table. `only` stays open: `.using()` sets it too, so it says nothing of ON ONLY. */
export function indexesFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"index">[] {
  return entities.tables.flatMap((table) =>
    table.value.indexes.map(({ config }) => ({
      object: { kind: "index" as const, ...indexShape(table, config, drizzle) },
      source: table.source,
    })),
  );
}

function indexShape(
  table: Entity<DrizzleTable>,
  config: DrizzleIndex["config"],
  drizzle: DrizzleAdapter,
): IndexShape {
  const explicit = config.name !== undefined && config.name !== "";
  const place = placeOf(table, explicit ? `index ${config.name}` : "an index without a name");
  const keys = config.columns.map((key) => indexKey(table.value, key, drizzle, place));
  return {
    schema: table.value.schema,
    table: table.value.name,
    name: explicit
      ? truncateIdentifier(config.name ?? "")
      : implicitName(table.value.name, config.columns, drizzle, place),
    nameIsExplicit: explicit,
    unique: config.unique,
    method: config.method ?? "btree",
    keys,
    where: config.where === undefined ? null : drizzle.sqlText(config.where, place),
    with: storageParameters(config.with ?? {}),
  };
}

type ConfigKey = DrizzleIndex["config"]["columns"][number];

function indexKey(table: DrizzleTable, key: ConfigKey, drizzle: DrizzleAdapter, place: ModelPlace): IndexKey {
  if (drizzle.isSql(key)) {
    const columns = table.columns.map((column) => drizzle.columnName(column));
    return parseIndexKey(drizzle.sqlText(key, place), { table: table.name, columns });
  }
  const { order, nulls, opClass } = key.indexConfig ?? {};
  return {
    column: drizzle.columnName(key),
    ...(opClass === undefined ? {} : { opclass: opClass }),
    order: order ?? "asc",
    // The builder says "last" for `.desc()` too, unlike Postgres, and that is what Drizzle creates.
    nulls: nulls ?? (order === "desc" ? "first" : "last"),
  };
}

function implicitName(
  table: string,
  keys: readonly ConfigKey[],
  drizzle: DrizzleAdapter,
  place: ModelPlace,
): string {
  const columns = keys.map((key) => {
    if (!drizzle.isSql(key)) return drizzle.columnName(key);
    throw modelError(
      "index-without-name",
      place,
      "an index on an expression needs a name",
      "Pass it to index() or uniqueIndex().",
    );
  });
  return joinedName(table, ...columns, "index");
}

function storageParameters(said: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  const parameters = Object.entries(said).filter(([, value]) => value !== undefined);
  return parameters.map(([name, value]) => [name, String(value)]);
}
