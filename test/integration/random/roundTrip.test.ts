import fc from "fast-check";
import { describe, test } from "vitest";
import { majors } from "../../support/database.ts";
import { LINES } from "../../support/project.ts";
import { modelPairs } from "../../support/random/pair.ts";
import { modelReader } from "../../support/random/reader.ts";
import { roundTripOf } from "../../support/random/roundTripOf.ts";
import { randomSettings } from "../../support/random/settings.ts";

const { runs, seed, words } = randomSettings(100);
const all = majors();
// Another server for another seed, so that all get their turn.
const major = all[seed % Math.max(all.length, 1)];

describe(`random models on PostgreSQL ${major ?? "(none runs)"}`, () => {
  if (major === undefined) {
    test.skip("no server runs");
    return;
  }
  test.each(LINES)(`there and back with drizzle-orm %s: ${words}`, { timeout: 3_600_000 }, async (line) => {
    const read = modelReader(line);
    const pairs = modelPairs({ major });
    const property = fc.asyncProperty(pairs, (pair) => roundTripOf(pair, major, read));
    await fc.assert(property, {
      seed: line === "0.45" ? seed : seed + 1,
      numRuns: Math.ceil(runs / LINES.length),
    });
  });
});
