import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { keyConstraint, keyPart, keyRules } from "../keyConstraint.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import type { PrimaryKeyDefinition } from "./operations.ts";
import type { PrimaryKeyShape } from "./shape.ts";

export const primaryKeyDefinition: ObjectDefinition<"primaryKey"> = {
  ...keyConstraint,
  kind: "primaryKey",
  label: "primary key",
  rules: keyRules,
  address: ({ schema, table }) => [schema, table],
  signature: () => null,
  withTexts: (key) => key,
  create: (key) => {
    const { name, columns, ...options } = primaryKeyPart(key);
    const table = toName({ schema: key.schema, name: key.table });
    return [call("createPrimaryKey", name, table, columns, ...optional(options))];
  },
};

/** A primary key as `createTable` takes it. */
export function primaryKeyPart(key: PrimaryKeyShape): PrimaryKeyDefinition {
  return keyPart(key);
}
