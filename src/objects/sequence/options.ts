import { fillSequence } from "./defaults.ts";
import type { SequenceOptions } from "./operations.ts";
import type { SequenceNumbers } from "./shape.ts";

const NUMBERS = ["incrementBy", "startWith", "minValue", "maxValue", "cache"] as const;

/** What must be said of a sequence so that CREATE SEQUENCE gives these numbers: all that Postgres would choose otherwise. */
export function optionsOf(numbers: SequenceNumbers, type: string): SequenceOptions {
  const { incrementBy, minValue, maxValue } = numbers;
  // What is said of the bounds decides where the sequence starts when nothing is said of that.
  const { startWith } = fillSequence(type, { incrementBy, minValue, maxValue });
  return difference({ ...fillSequence(type, { incrementBy }), startWith }, numbers);
}

/** What must be said in ALTER SEQUENCE. */
export function changedOptions(from: SequenceNumbers, to: SequenceNumbers): SequenceOptions {
  const skipTo = firstOf(from, to);
  return {
    ...difference(from, to, true),
    ...(isApart(from, to) ? { restart: true } : {}),
    ...(skipTo === undefined ? {} : { skipTo: shortest(skipTo) }),
  };
}

/** The first value that new bounds leave, where they shut out values that the sequence may still stand at. */
function firstOf(from: SequenceNumbers, to: SequenceNumbers): string | undefined {
  if (isApart(from, to) || isAscending(from) !== isAscending(to)) return undefined;
  if (isAscending(to)) return BigInt(to.minValue) > BigInt(from.minValue) ? to.minValue : undefined;
  return BigInt(to.maxValue) < BigInt(from.maxValue) ? to.maxValue : undefined;
}

function isAscending({ incrementBy }: SequenceNumbers): boolean {
  return BigInt(incrementBy) > 0n;
}

/** Whether no value of the one sequence is a value of the other: Postgres refuses to keep where it stood. */
function isApart(from: SequenceNumbers, to: SequenceNumbers): boolean {
  return BigInt(from.maxValue) < BigInt(to.minValue) || BigInt(to.maxValue) < BigInt(from.minValue);
}

function difference(base: SequenceNumbers, wanted: SequenceNumbers, alter = false): SequenceOptions {
  const numbers = NUMBERS.filter(
    (key) => wanted[key] !== base[key] || (!alter && key === "incrementBy" && wanted[key] !== "1"),
  );
  const said = Object.fromEntries(numbers.map((key) => [key, shortest(wanted[key])]));
  return wanted.cycle === base.cycle ? said : { ...said, cycle: wanted.cycle };
}

/** A number where JavaScript can hold it, else its text. */
function shortest(text: string): number | string {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
}
