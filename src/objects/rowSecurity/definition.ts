import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { tableOf } from "../references.ts";
import type { RowSecurityOptions } from "./operations.ts";
import type { RowSecurityShape } from "./shape.ts";

export const rowSecurityDefinition: ObjectDefinition<"rowSecurity"> = {
  kind: "rowSecurity",
  label: "row-level security of",
  rules: { schema: "identity", table: "identity", forced: "unmodelled" },
  address: ({ schema, table }) => [schema, table],
  owner: tableOf,
  dependencies: (security) => [tableOf(security)],
  occupies: () => [],
  attachment: "separate",
  signature: () => null,
  claimed: "used",
  texts: () => ({}),
  withTexts: (security) => security,
  disturbs: () => false,
  yields: () => false,
  create: (security) => [call("enableRowLevelSecurity", tableName(security), ...optional(options(security)))],
  drop: (security) => [call("disableRowLevelSecurity", tableName(security), ...optional(options(security)))],
  alter: () => [],
};

function tableName({ schema, table }: RowSecurityShape): ReturnType<typeof toName> {
  return toName({ schema, name: table });
}

function options({ forced }: RowSecurityShape): RowSecurityOptions {
  return forced === true ? { force: true } : {};
}
