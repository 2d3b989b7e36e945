import { DEFAULT_SCHEMA, truncateIdentifier } from "../../catalog/name.ts";
import type { ObjectSource } from "../../catalog/catalog.ts";
import type { DrizzleAdapter, ModelEntities, ModelObject } from "../drizzle.ts";
import { enumsFromModel } from "../enum/fromModel.ts";

/**
 * The schemas that are exported, and those that other objects lie in although nothing exports them.
 * `public` is always there, and what 1.0 calls existing is not ours.
 */
export function schemasFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"schema">[] {
  const exported = entities.schemas.map(({ value, source }) => ({
    ...value,
    schemaName: truncateIdentifier(value.schemaName),
    source,
  }));
  const foreign = new Set(
    exported.filter((schema) => schema.isExisting === true).map(({ schemaName }) => schemaName),
  );
  const found = new Map<string, ObjectSource>();
  for (const { schemaName, source } of [...exported, ...usedSchemas(entities, drizzle)]) {
    const known = schemaName === DEFAULT_SCHEMA || foreign.has(schemaName) || found.has(schemaName);
    if (!known) found.set(schemaName, source);
  }
  return [...found].map(([name, source]) => ({
    object: { kind: "schema", name },
    source,
  }));
}

function usedSchemas(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly { readonly schemaName: string; readonly source: ObjectSource }[] {
  const tables = entities.tables.map(({ value, source }) => ({ schemaName: value.schema, source }));
  const enums = enumsFromModel(entities, drizzle).map(({ object, source }) => ({
    schemaName: object.schema,
    source,
  }));
  const sequences = entities.sequences.flatMap(({ value, source }) =>
    value.schema === undefined ? [] : [{ schemaName: truncateIdentifier(value.schema), source }],
  );
  const views = [...entities.views, ...entities.materializedViews].flatMap(({ value, source }) =>
    value.query === undefined ? [] : [{ schemaName: value.schema, source }],
  );
  return [...tables, ...enums, ...sequences, ...views];
}
