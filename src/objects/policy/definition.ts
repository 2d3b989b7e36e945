import type { Catalog } from "../../catalog/catalog.ts";
import { equal } from "../../catalog/equality.ts";
import { objectId, type ObjectId } from "../../catalog/name.ts";
import { toName } from "../../operations/sql.ts";
import type { JudgedTexts, ObjectDefinition } from "../definition.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { mentionedColumns, tableOf } from "../references.ts";
import { mentionedObjects, usedObjects } from "../uses.ts";
import type { PolicyChanges, PolicyOptions } from "./operations.ts";
import { resolvedRoles } from "./roles.ts";
import type { PolicyShape } from "./shape.ts";

export const policyDefinition: ObjectDefinition<"policy"> = {
  kind: "policy",
  label: "policy",
  rules: {
    schema: "identity",
    table: "identity",
    name: "identity",
    permissive: "recreate",
    command: "recreate",
    roles: "alter",
    // ALTER POLICY can put an expression in another's place, but not take one away.
    using: (_from, to) => (to.using === null ? "recreate" : "alter"),
    withCheck: (_from, to) => (to.withCheck === null ? "recreate" : "alter"),
    uses: "derived",
    meanings: "ignored",
    columns: "ignored",
  },
  address: ({ schema, table, name }) => [schema, table, name],
  owner: tableOf,
  dependencies: (policy, catalog) => [
    tableOf(policy),
    ...policy.roles.map((role) => objectId("role", role)),
    ...readBy(policy, catalog),
  ],
  occupies: ({ schema, table, name }) => [`policy ${JSON.stringify([schema, table, name])}`],
  attachment: "separate",
  signature: () => null,
  claimed: "used",
  texts,
  withTexts: (policy, { using = policy.using, withCheck = policy.withCheck }) => ({
    ...policy,
    using,
    withCheck,
  }),
  reconcile: (from, to) => [from, sameRoles(from, to) ? { ...to, roles: from.roles } : to],
  disturbs: () => false,
  // Postgres refuses to change the type of a column that a policy reads, of any table, and to drop an enum type.
  yields: () => true,
  create: (policy) => [
    call("createPolicy", policy.name, tableName(policy), ...optional(policyOptions(policy))),
  ],
  drop: (policy) => [call("dropPolicy", policy.name, tableName(policy))],
  alter: (_from, to, attributes) => [
    call("alterPolicy", to.name, tableName(to), policyChanges(to, attributes)),
  ],
};

/** Postgres knows exactly what a policy reads; of a model's, only the words are known. */
function readBy(policy: PolicyShape, catalog: Catalog): readonly ObjectId[] {
  if (policy.uses !== undefined) return usedObjects(policy.uses, catalog);
  const sql = [policy.using, policy.withCheck].filter((text) => text !== null);
  return [
    ...mentionedColumns(policy, sql, catalog),
    ...sql.flatMap((text) => mentionedObjects(text, catalog)),
  ];
}

function texts({ schema, using, withCheck, columns }: PolicyShape): JudgedTexts {
  const judged = (text: string) => ({ role: "policy", text, schema, columns }) as const;
  return {
    ...(using === null ? {} : { using: judged(using) }),
    ...(withCheck === null ? {} : { withCheck: judged(withCheck) }),
  };
}

function sameRoles(from: PolicyShape, to: PolicyShape): boolean {
  return equal(from.roles, resolvedRoles(to.roles, from.meanings ?? {}));
}

function tableName({ schema, table }: PolicyShape): ReturnType<typeof toName> {
  return toName({ schema, name: table });
}

function policyOptions({ permissive, command, roles, using, withCheck }: PolicyShape): PolicyOptions {
  return {
    ...(permissive ? {} : { as: "restrictive" }),
    ...(command === "all" ? {} : { for: command }),
    ...(equal(roles, ["public"]) ? {} : { to: roles }),
    ...(using === null ? {} : { using }),
    ...(withCheck === null ? {} : { withCheck }),
  };
}

function policyChanges(
  { roles, using, withCheck }: PolicyShape,
  attributes: readonly string[],
): PolicyChanges {
  return {
    ...(attributes.includes("roles") ? { to: roles } : {}),
    ...(attributes.includes("using") && using !== null ? { using } : {}),
    ...(attributes.includes("withCheck") && withCheck !== null ? { withCheck } : {}),
  };
}
