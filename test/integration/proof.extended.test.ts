import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { judgeOn } from "../../src/database/judge.ts";
import type { Session } from "../../src/database/session.ts";
import { readDatabase } from "../../src/database/toCatalog.ts";
import { diff, reverse } from "../../src/diff/diff.ts";
import { renderRevision } from "../../src/emit/source.ts";
import { plan } from "../../src/plan/plan.ts";
import { closureOf } from "../../src/proof/closure.ts";
import { clear } from "../../src/proof/clear.ts";
import { materialise } from "../../src/proof/materialise.ts";
import { prove } from "../../src/proof/prove.ts";
import { embeddedScratch } from "../../src/proof/scratch.ts";
import { shareEmbeddedBase } from "../support/embeddedBase.ts";
import { modelsOf, readScenarios, scenarioProject } from "../support/scenario.ts";

const cacheDir = mkdtempSync(join(tmpdir(), "limbeck-proof-"));
const scenarios = await readScenarios();
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
    expect(await materialise(session, first, [])).toMatchObject({ missing: [] });
    const found = await readDatabase(session, { schemas: () => true });
    const there = await diff(found, second, judgeOn(session));
    const revision = { message: name, revision: "0001", downRevision: null };
    const source = renderRevision({ ...revision, ...plan(there, reverse(there)) });
    const change = closureOf(there);
    await clear(session);
    expect(await materialise(session, change.from, [])).toMatchObject({ missing: [] });
    await prove(session, { source, change, held: change, support: [], exclude: [], cacheDir });
  },
);
