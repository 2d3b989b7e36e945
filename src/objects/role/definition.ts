import type { ObjectDefinition } from "../definition.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import type { RoleOptions } from "./operations.ts";
import type { RoleShape } from "./shape.ts";

export const roleDefinition: ObjectDefinition<"role"> = {
  kind: "role",
  label: "role",
  rules: {
    name: "identity",
    createDb: "alter",
    createRole: "alter",
    inherit: "alter",
    login: "unmodelled",
    replication: "unmodelled",
    bypassRls: "unmodelled",
    connectionLimit: "unmodelled",
    validUntil: "unmodelled",
  },
  address: ({ name }) => [name],
  clusterWide: true,
  owner: () => null,
  dependencies: () => [],
  occupies: ({ name }) => [`role ${name}`],
  attachment: "none",
  signature: () => null,
  claimed: "made",
  texts: () => ({}),
  withTexts: (role) => role,
  disturbs: () => false,
  yields: () => false,
  create: (role) => [call("createRole", role.name, ...optional(roleOptions(role)))],
  drop: ({ name }) => [call("dropRole", name)],
  alter: (_from, to, attributes) => [
    call("alterRole", to.name, {
      ...(attributes.includes("createDb") ? { createDb: to.createDb } : {}),
      ...(attributes.includes("createRole") ? { createRole: to.createRole } : {}),
      ...(attributes.includes("inherit") ? { inherit: to.inherit } : {}),
    }),
  ],
};

/** What Postgres would not choose by itself. */
function roleOptions({ name: _name, createDb, createRole, inherit, ...unmodelled }: RoleShape): RoleOptions {
  const { login, replication, bypassRls, connectionLimit, validUntil } = unmodelled;
  return {
    ...(createDb ? { createDb } : {}),
    ...(createRole ? { createRole } : {}),
    ...(inherit ? {} : { inherit }),
    ...(login === true ? { login } : {}),
    ...(replication === true ? { replication } : {}),
    ...(bypassRls === true ? { bypassRls } : {}),
    ...(connectionLimit === undefined ? {} : { connectionLimit }),
    ...(validUntil === undefined ? {} : { validUntil }),
  };
}
