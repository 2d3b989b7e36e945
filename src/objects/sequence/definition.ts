import { equal } from "../../catalog/equality.ts";
import { objectId } from "../../catalog/name.ts";
import { toName } from "../../operations/sql.ts";
import { commentCalls } from "../comment.ts";
import type { ChangeContext, ObjectDefinition } from "../definition.ts";
import { call } from "../methods.ts";
import { optional } from "../optional.ts";
import { relationSlot } from "../references.ts";
import type { SequenceOptions } from "./operations.ts";
import { optionsOf, changedOptions } from "./options.ts";
import { fillSequence } from "./defaults.ts";
import type { SequenceNumbers, SequenceShape } from "./shape.ts";

export const sequenceDefinition: ObjectDefinition<"sequence"> = {
  kind: "sequence",
  label: "sequence",
  rules: {
    schema: "identity",
    name: "identity",
    type: "alter",
    startWith: "alter",
    incrementBy: "alter",
    minValue: "alter",
    maxValue: "alter",
    cache: "alter",
    cycle: "alter",
    ownedBy: "alter",
    ofSerial: "ignored",
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
  reconcile: (from, to) => [completed(from, to), completed(to, from)],
  create: (sequence, _inlined, context) => [
    call("createSequence", toName(sequence), ...optional(createOptions(sequence, context))),
  ],
  finish: (sequence) => commentCalls({ sequence: toName(sequence) }, sequence.comment),
  // One that a column owns goes with it.
  drop: (sequence, { to }) =>
    sequence.ownedBy === undefined || to.objects.has(ownerOf(sequence.ownedBy))
      ? [call("dropSequence", toName(sequence))]
      : [],
  alter: (from, to) => [call("alterSequence", toName(to), alterOptions(from, to))],
};

type Owner = NonNullable<SequenceShape["ownedBy"]>;

function ownerOf({ schema, name, column }: Owner): ReturnType<typeof objectId> {
  return objectId("column", schema, name, column);
}

/** What Drizzle cannot say is as it is, but for the sequence of a serial column: as an object it is nobody's. */
function completed(sequence: SequenceShape, other: SequenceShape): SequenceShape {
  if (other.ofSerial === true || sequence.ofSerial === true)
    return { ...sequence, type: sequence.type ?? "bigint" };
  const { type = other.type, ownedBy = other.ownedBy } = sequence;
  const bounds = sequence.type === undefined && type !== undefined ? boundsOf(sequence, type) : {};
  return {
    ...sequence,
    ...bounds,
    ...(type === undefined ? {} : { type }),
    ...(ownedBy === undefined ? {} : { ownedBy }),
  };
}

/** Bounds of which nothing was said are those of the type. */
function boundsOf(said: SequenceShape, type: string): Partial<SequenceNumbers> {
  const { incrementBy } = said;
  const [open, own] = [fillSequence("bigint", { incrementBy }), fillSequence(type, { incrementBy })];
  return {
    minValue: said.minValue === open.minValue ? own.minValue : said.minValue,
    maxValue: said.maxValue === open.maxValue ? own.maxValue : said.maxValue,
    startWith: said.startWith === open.startWith ? own.startWith : said.startWith,
  };
}

/** A column that does not exist yet owns the sequence once it is created. */
function createOptions(sequence: SequenceShape, { from, to }: ChangeContext): SequenceOptions {
  const { type = "bigint", ownedBy } = sequence;
  const exists =
    ownedBy !== undefined && from.objects.has(ownerOf(ownedBy)) && to.objects.has(ownerOf(ownedBy));
  return {
    ...(type === "bigint" ? {} : { type }),
    ...optionsOf(sequence, type),
    ...(exists ? { ownedBy: ownerPart(ownedBy) } : {}),
  };
}

function alterOptions(from: SequenceShape, to: SequenceShape): SequenceOptions {
  const { type, ownedBy } = to;
  return {
    ...(type === undefined || type === from.type ? {} : { type }),
    ...changedOptions(from, to),
    ...(equal(ownedBy, from.ownedBy) ? {} : { ownedBy: ownedBy === undefined ? null : ownerPart(ownedBy) }),
  };
}

function ownerPart({ schema, name, column }: Owner): NonNullable<SequenceOptions["ownedBy"]> {
  return { table: toName({ schema, name }), column };
}
