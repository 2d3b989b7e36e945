import type { DrizzleAdapter, ModelEntities, ModelObject } from "../drizzle.ts";

/** The tables that are exported. */
export function tablesFromModel(
  entities: ModelEntities,
  _drizzle: DrizzleAdapter,
): readonly ModelObject<"table">[] {
  return entities.tables.map(({ value: { schema, name }, source }) => ({
    object: { kind: "table", schema, name },
    source,
  }));
}
