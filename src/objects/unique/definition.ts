import { objectId } from "../../catalog/name.ts";
import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { keyConstraint, keyPart, keyRules } from "../keyConstraint.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import type { UniqueDefinition } from "./operations.ts";
import type { UniqueShape } from "./shape.ts";

export const uniqueDefinition: ObjectDefinition<"unique"> = {
  ...keyConstraint,
  kind: "unique",
  label: "unique constraint",
  rules: { ...keyRules, nullsNotDistinct: "recreate" },
  address: ({ schema, table, name }) => [schema, table, name],
  signature: ({ schema, table, columns, nullsNotDistinct }) =>
    JSON.stringify([objectId("table", schema, table), columns, nullsNotDistinct]),
  withTexts: (key) => key,
  create: (unique) => {
    const { name, columns, ...options } = uniquePart(unique);
    const table = toName({ schema: unique.schema, name: unique.table });
    return [call("createUniqueConstraint", name, table, columns, ...optional(options))];
  },
};

/** A unique constraint as `createTable` takes it. */
export function uniquePart(unique: UniqueShape): UniqueDefinition {
  const { name, columns, ...options } = keyPart(unique);
  return { name, columns, ...(unique.nullsNotDistinct ? { nullsNotDistinct: true } : {}), ...options };
}
