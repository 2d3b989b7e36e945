import type { ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { schemaFlaw } from "../flaws.ts";
import { call } from "../methods.ts";

export const schemaDefinition: ObjectDefinition<"schema"> = {
  kind: "schema",
  label: "schema",
  rules: { name: "identity", comment: "unmodelled" },
  address: ({ name }) => [name],
  owner: () => null,
  dependencies: () => [],
  flaw: schemaFlaw,
  occupies: ({ name }) => [`schema ${name}`],
  attachment: "none",
  signature: () => null,
  texts: () => ({}),
  withTexts: (schema) => schema,
  disturbs: () => false,
  yields: () => false,
  create: ({ name }) => [call("createSchema", name)],
  finish: ({ name, comment }) => commentCalls({ schema: name }, comment),
  drop: ({ name }) => [call("dropSchema", name)],
  alter: () => [],
};
