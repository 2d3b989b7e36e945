import { objectId } from "../../catalog/name.ts";
import type { DrizzleAdapter, ModelEntities, ModelObject } from "../drizzle.ts";
import { declaredPolicies } from "../policy/declared.ts";

/** The exported tables that say so, and those with a policy, which would mean nothing without it. */
export function rowSecuritiesFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"rowSecurity">[] {
  const policed = new Set(
    declaredPolicies(entities, drizzle).map(({ schema, table }) => objectId("table", schema, table)),
  );
  return entities.tables.flatMap(({ value: { schema, name, enableRLS }, source }) => {
    if (enableRLS !== true && !policed.has(objectId("table", schema, name))) return [];
    return [{ object: { kind: "rowSecurity", schema, table: name }, source }];
  });
}
