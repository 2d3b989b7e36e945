import { truncateIdentifier } from "../../catalog/name.ts";
import type { DrizzleAdapter, DrizzlePolicy, ModelEntities, ModelObject, ModelPlace } from "../drizzle.ts";
import { modelError, placeOf } from "../drizzle.ts";
import { declaredPolicies, type DeclaredPolicy } from "./declared.ts";
import { normalRoles } from "./roles.ts";

/** The policies of tables, exported or linked to. */
export function policiesFromModel(
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly ModelObject<"policy">[] {
  return declaredPolicies(entities, drizzle).map((declared) => {
    const { policy, schema, table, source } = declared;
    const place = placeOf({ value: { schema, name: table }, source }, `policy ${policy.name}`);
    const object = {
      kind: "policy" as const,
      schema,
      table,
      name: truncateIdentifier(policy.name),
      permissive: policy.as !== "restrictive",
      command: policy.for ?? "all",
      roles: normalRoles(policyRoles(policy, place)),
      using: expression(policy.using, place, drizzle),
      withCheck: expression(policy.withCheck, place, drizzle),
    };
    return { object, source };
  });
}

/** The names of a policy's roles, as the author wrote them. */
export function roleNames({ to }: DeclaredPolicy["policy"]): readonly unknown[] {
  const said: readonly unknown[] = Array.isArray(to) ? to : [to ?? "public"];
  return said.map((role) => (typeof role === "object" && role !== null && "name" in role ? role.name : role));
}

function policyRoles(policy: DrizzlePolicy, place: ModelPlace): readonly string[] {
  const said = roleNames(policy);
  const names = said.filter((role) => typeof role === "string");
  if (names.length === said.length && names.length > 0) return names.map(truncateIdentifier);
  const problem = said.length === 0 ? "is for an empty list of roles" : "is for something that is no role";
  throw modelError("policy-roles", place, `it ${problem}`, "Name roles, or leave `to` out for everybody.");
}

/** drizzle-kit passes over what is no SQL, and so would leave rows unguarded. */
function expression(value: unknown, place: ModelPlace, drizzle: DrizzleAdapter): string | null {
  if (value === undefined || value === null) return null;
  if (drizzle.isSql(value)) return drizzle.queryText(value, place);
  throw modelError(
    "policy-without-sql",
    place,
    "the expression is not a piece of SQL",
    "Write it as sql`...`.",
  );
}
