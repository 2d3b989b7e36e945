import fc from "fast-check";
import { describe, test } from "vitest";
import { majors } from "../../support/database.ts";
import { LINES } from "../../support/project.ts";
import { editedModels } from "../../support/random/edited.ts";
import { idempotenceOf } from "../../support/random/idempotenceOf.ts";
import { modelReader } from "../../support/random/reader.ts";
import { randomSettings } from "../../support/random/settings.ts";

const { runs, seed, words } = randomSettings(40, 0.1);
const all = majors();
// Another server for another seed, so that all get their turn.
const major = all[seed % Math.max(all.length, 1)];

describe(`databases made by hand on PostgreSQL ${major ?? "(none runs)"}`, () => {
  if (major === undefined) {
    test.skip("no server runs");
    return;
  }
  test.each(LINES)(
    `show what differs, with drizzle-orm %s: ${words}`,
    { timeout: 3_600_000 },
    async (line) => {
      const read = modelReader(line);
      const models = editedModels({ major });
      const property = fc.asyncProperty(models, (model) => idempotenceOf(model, major, read));
      await fc.assert(property, {
        seed: line === "0.45" ? seed : seed + 1,
        numRuns: Math.ceil(runs / LINES.length),
      });
    },
  );
});
