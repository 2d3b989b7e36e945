import { objectId } from "../../catalog/name.ts";
import { toName } from "../../operations/sql.ts";
import type { ObjectDefinition } from "../definition.ts";
import { commentCalls } from "../comment.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { relationSlot } from "../references.ts";
import type { SequenceOptions } from "./operations.ts";
import { optionsOf, changedOptions } from "./options.ts";
import type { SequenceShape } from "./shape.ts";

export const sequenceDefinition: ObjectDefinition<"sequence"> = {
  kind: "sequence",
  label: "sequence",
  rules: {
    schema: "identity",
    name: "identity",
    type: "unmodelled",
    startWith: "alter",
    incrementBy: "alter",
    minValue: "alter",
    maxValue: "alter",
    cache: "alter",
    cycle: "alter",
    ownedBy: "unmodelled",
    comment: "unmodelled",
  },
  address: ({ schema, name }) => [schema, name],
  owner: () => null,
  dependencies: ({ schema }) => [objectId("schema", schema)],
  occupies: ({ schema, name }) => [relationSlot(schema, name)],
  attachment: "none",
  signature: () => null,
  texts: () => ({}),
  withTexts: (sequence) => sequence,
  disturbs: () => false,
  yields: () => false,
  create: (sequence) => [call("createSequence", toName(sequence), ...optional(createOptions(sequence)))],
  finish: (sequence) => commentCalls({ sequence: toName(sequence) }, sequence.comment),
  drop: (sequence) => [call("dropSequence", toName(sequence))],
  alter: (from, to) => [call("alterSequence", toName(to), changedOptions(from, to))],
};

function createOptions(sequence: SequenceShape): SequenceOptions {
  const type = sequence.type === undefined || sequence.type === "bigint" ? {} : { type: sequence.type };
  return { ...type, ...optionsOf(sequence, sequence.type ?? "bigint") };
}
