import { DEFAULT_SCHEMA, truncateIdentifier } from "../../catalog/name.ts";
import type {
  DrizzleAdapter,
  DrizzleSequenceOptions,
  ModelEntities,
  ModelObject,
  ModelPlace,
} from "../drizzle.ts";
import { modelError } from "../drizzle.ts";
import { fillSequence, type SaidNumbers } from "./defaults.ts";

/** The sequences that are exported; Drizzle's are of type bigint. */
export function sequencesFromModel(
  entities: ModelEntities,
  _drizzle: DrizzleAdapter,
): readonly ModelObject<"sequence">[] {
  return entities.sequences.map(({ value, source }) => {
    const schema = truncateIdentifier(value.schema ?? DEFAULT_SCHEMA);
    const name = truncateIdentifier(value.seqName ?? "");
    const said = saidNumbers(value.seqOptions, { subject: `sequence ${name}`, source });
    return { object: { kind: "sequence", schema, name, ...fillSequence("bigint", said) }, source };
  });
}

/** What the author said of a sequence's numbers, as exact decimal text. */
export function saidNumbers(options: DrizzleSequenceOptions | undefined, place: ModelPlace): SaidNumbers {
  const { increment, minValue, maxValue, startWith, cache, cycle } = options ?? {};
  return {
    incrementBy: decimal(increment, place),
    minValue: decimal(minValue, place),
    maxValue: decimal(maxValue, place),
    startWith: decimal(startWith, place),
    cache: decimal(cache, place),
    cycle,
  };
}

const LARGEST = 9223372036854775807n;

function decimal(value: number | string | bigint | undefined, place: ModelPlace): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text = typeof value === "string" ? value.trim() : value;
  const whole =
    typeof text === "string" ? /^[+-]?\d+$/.test(text) : typeof text === "bigint" || Number.isInteger(text);
  if (!whole) throw modelError("sequence-number", place, `"${String(value)}" is not a whole number`);
  const number = BigInt(typeof text === "string" ? text.replace(/^\+/, "") : text);
  // 2^63 - 1 written as a JavaScript number has become 2^63 before anybody could read it.
  return String(typeof value === "number" && number > LARGEST ? LARGEST : number);
}
