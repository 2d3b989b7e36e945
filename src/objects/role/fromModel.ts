import { truncateIdentifier } from "../../catalog/name.ts";
import type { DrizzleAdapter, DrizzleRole, Entity, ModelEntities, ModelObject } from "../drizzle.ts";
import { declaredPolicies } from "../policy/declared.ts";
import { roleNames } from "../policy/fromModel.ts";
import { isRoleKeyword } from "../policy/roles.ts";

/** The exported roles. Those that exist, and those that policies only name, are left to others and never dropped. */
export function rolesFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"role">[] {
  const exported = entities.roles.map(toObject);
  const known = new Set(exported.map(({ object }) => object.name));
  const named = declaredPolicies(entities, drizzle).flatMap(({ policy, source }) =>
    roleNames(policy).flatMap((name) => {
      if (typeof name !== "string" || isRoleKeyword(name) || known.has(truncateIdentifier(name))) return [];
      known.add(truncateIdentifier(name));
      return [toObject({ value: { name, _existing: true }, source })];
    }),
  );
  return [...exported, ...named];
}

function toObject({ value, source }: Entity<DrizzleRole>): ModelObject<"role"> {
  const { name, createDb = false, createRole = false, inherit = true, _existing: existing } = value;
  return {
    object: { kind: "role", name: truncateIdentifier(name), createDb, createRole, inherit },
    source,
    ...(existing === true ? { existing } : {}),
  };
}
