import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Session } from "../../src/database/session.ts";
import { reverse } from "../../src/diff/diff.ts";
import { renderRevision } from "../../src/emit/source.ts";
import { plan } from "../../src/plan/plan.ts";
import { closureOf } from "../../src/proof/closure.ts";
import { clear } from "../../src/proof/clear.ts";
import { materialise } from "../../src/proof/materialise.ts";
import { prove } from "../../src/proof/prove.ts";
import { embeddedScratch } from "../../src/proof/scratch.ts";
import { supportingSql } from "../../src/proof/support.ts";
import { shareEmbeddedBase } from "../support/embeddedBase.ts";
import { difference } from "../support/roundTrip.ts";
import { modelsOf, readScenarios, scenarioProject } from "../support/scenario.ts";

const cacheDir = mkdtempSync(join(tmpdir(), "limbeck-proof-"));
// All of them take minutes; `npm test` has those that a proof has once stumbled over.
const STUMBLED = [
  "schema--drop",
  "sequence--spelled-out-becomes-serial",
  "unmodelled--around-rebuilt-enum",
  "view--change-security-barrier",
  "view--existing",
];
const scenarios = (await readScenarios()).filter(
  ({ name }) => process.env["LIMBECK_EXTENDED"] === "1" || STUMBLED.includes(name),
);
const project = scenarioProject("0.45");
let session: Session;

beforeAll(async () => {
  shareEmbeddedBase(cacheDir);
  ({ session } = await embeddedScratch(cacheDir, []));
});

afterAll(async () => {
  await session.close();
  rmSync(cacheDir, { recursive: true, force: true });
});

test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  "%s is proven",
  async (name, scenario) => {
    const [first, second] = [
      await modelsOf(project, scenario, "from"),
      await modelsOf(project, scenario, "to"),
    ];
    await clear(session);
    await session.execute(scenario.setup);
    expect(await materialise(session, first, [])).toMatchObject({ missing: [] });
    await session.execute(scenario.seed);
    const there = await difference(session, second, scenario.notes.foreign);
    const revision = { message: name, revision: "0001", downRevision: null };
    const source = renderRevision({ ...revision, ...plan(there, reverse(there)) });
    const change = closureOf(there);
    const support = await supportingSql(session, [change.from, change.to]);
    await clear(session);
    expect(await materialise(session, change.from, support)).toMatchObject({ missing: [] });
    await prove(session, { source, change, held: change, support, exclude: [], cacheDir });
  },
);
