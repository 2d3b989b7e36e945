import type { ObjectDefinition } from "../definition.ts";
import { call } from "../methods.ts";

export const schemaDefinition: ObjectDefinition<"schema"> = {
  kind: "schema",
  label: "schema",
  rules: { name: "identity" },
  address: ({ name }) => [name],
  owner: () => null,
  dependencies: () => [],
  occupies: ({ name }) => [`schema ${name}`],
  attachment: "none",
  signature: () => null,
  texts: () => ({}),
  withTexts: (schema) => schema,
  disturbs: () => false,
  yields: () => false,
  create: ({ name }) => [call("createSchema", name)],
  drop: ({ name }) => [call("dropSchema", name)],
  alter: () => [],
};
