import type { SequenceNumbers } from "./shape.ts";

/** The largest value of each integer type; the smallest is one further from zero. */
const LARGEST: Readonly<Record<string, bigint>> = {
  smallint: 32767n,
  integer: 2147483647n,
  bigint: 9223372036854775807n,
};

/** What a model may say of a sequence; the rest is Postgres's choice. */
export type SaidNumbers = { readonly [K in keyof SequenceNumbers]?: SequenceNumbers[K] | undefined };

/** Fills in what is not said, as CREATE SEQUENCE does for the data type and the sign of the increment. */
export function fillSequence(type: string, said: SaidNumbers = {}): SequenceNumbers {
  const incrementBy = said.incrementBy ?? "1";
  const largest = LARGEST[type] ?? 9223372036854775807n;
  const ascending = BigInt(incrementBy) > 0n;
  const minValue = said.minValue ?? (ascending ? "1" : String(-largest - 1n));
  const maxValue = said.maxValue ?? (ascending ? String(largest) : "-1");
  const startWith = said.startWith ?? (ascending ? minValue : maxValue);
  return { startWith, incrementBy, minValue, maxValue, cache: said.cache ?? "1", cycle: said.cycle ?? false };
}
