import { InvalidArgumentError } from "commander";

/** Reads the seconds of an option into milliseconds. */
export function seconds(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  throw new InvalidArgumentError("It must be a number of seconds.");
}
