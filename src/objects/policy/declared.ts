import type { ObjectSource } from "../../catalog/catalog.ts";
import { modelError, type DrizzleAdapter, type DrizzlePolicy, type ModelEntities } from "../drizzle.ts";

/** A policy of the models with its table, which may be one that the models do not hold. */
export interface DeclaredPolicy {
  readonly policy: DrizzlePolicy;
  readonly schema: string;
  readonly table: string;
  readonly source: ObjectSource;
}

/** The policies that tables declare, and the exported ones that are linked to a table; each once. */
export function declaredPolicies(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly DeclaredPolicy[] {
  const own = entities.tables.flatMap(({ value: { schema, name, policies }, source }) =>
    policies.map((policy): DeclaredPolicy => ({ policy, schema, table: name, source })),
  );
  const known = new Set(own.map(({ policy }) => policy));
  const linked = entities.policies
    .filter(({ value }) => !known.has(value))
    .map(({ value: policy, source }): DeclaredPolicy => {
      if (policy._linkedTable === undefined) throw unlinked(policy, source);
      const { schema, name } = drizzle.tableName(policy._linkedTable);
      return { policy, schema, table: name, source };
    });
  return [...own, ...linked];
}

/** drizzle-kit passes over such a policy; a table that seems to be guarded and is not is worse than an error. */
function unlinked({ name }: DrizzlePolicy, source: ObjectSource): Error {
  return modelError(
    "policy-without-table",
    { subject: `policy ${name}`, source },
    "it belongs to no table",
    "Put it into a table's extra configuration, or add .link(table) to it.",
  );
}
