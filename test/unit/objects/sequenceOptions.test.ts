import { expect, test } from "vitest";
import { fillSequence } from "../../../src/objects/sequence/defaults.ts";
import { optionsOf } from "../../../src/objects/sequence/options.ts";

test.each([
  ["nothing", {}, {}],
  ["a bound that moves the start", { minValue: "-10" }, { minValue: -10 }],
  // CREATE SEQUENCE ... MINVALUE -10 alone would start at -10.
  [
    "a start that is the usual one, beside a bound",
    { minValue: "-10", startWith: "1" },
    { minValue: -10, startWith: 1 },
  ],
  ["a start at the bound", { minValue: "5", startWith: "5" }, { minValue: 5 }],
  ["downwards", { incrementBy: "-1", maxValue: "9" }, { incrementBy: -1, maxValue: 9 }],
])("says what CREATE SEQUENCE needs: %s", (_name, said, options) => {
  expect(optionsOf(fillSequence("bigint", said), "bigint")).toEqual(options);
});
