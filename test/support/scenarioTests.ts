import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EMPTY_CATALOG, type Catalog } from "../../src/catalog/catalog.ts";
import { connect } from "../../src/database/connect.ts";
import { LimbeckError } from "../../src/errors.ts";
import { createDatabase, majors } from "./database.ts";
import { fingerprint, rowChecksums } from "./fingerprint.ts";
import { createModels, differences, emit } from "./roundTrip.ts";
import { typeErrors } from "./typecheck.ts";
import { modelsOf, readScenarios, type Scenario } from "./scenario.ts";

const scenarios = await readScenarios();
/** A file without models stands for nothing at all. */
async function side(scenario: Scenario, name: "from" | "to", cacheDir: string): Promise<Catalog> {
  try {
    return await modelsOf(scenario, name, cacheDir);
  } catch (error) {
    if (error instanceof LimbeckError && error.code === "no-models") return EMPTY_CATALOG;
    throw error;
  }
}

/** Registers every scenario that `major` knows. Each major has a test file of its own, so that two run side by side. */
export function scenarioTests(major: number): void {
  // Other servers were asked for.
  if (!majors().includes(major)) return void test.skip(`no server of PostgreSQL ${major} runs`);
  const emitted = new Map<string, string>();
  let cacheDir = "";
  const models = new Map<string, { readonly from: Catalog; readonly to: Catalog }>();

  beforeAll(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), "limbeck-scenarios-"));
    for (const scenario of scenarios) {
      models.set(scenario.name, {
        from: await side(scenario, "from", cacheDir),
        to: await side(scenario, "to", cacheDir),
      });
    }
  });

  afterAll(() => rm(cacheDir, { recursive: true, force: true }));

  const known = scenarios.filter(({ notes }) => major >= (notes.minMajor ?? 0));
  test.each(known.map((scenario) => [scenario.name, scenario] as const))("%s", async (name, scenario) => {
    const { from, to } = models.get(name) ?? { from: EMPTY_CATALOG, to: EMPTY_CATALOG };
    await using database = await createDatabase(major);
    const session = await connect(database.url);
    try {
      const order = { ignoreColumnOrder: scenario.notes.columnOrder === true };
      const look = (): Promise<string[]> => fingerprint((sql) => database.query(sql), order);
      await createModels(session, from);
      if (scenario.seed !== "") await session.execute(scenario.seed);
      expect(await differences(session, from), "the first models, just created").toEqual([]);
      const [start, rows] = [await look(), await rowChecksums((sql) => database.query(sql))];

      const revision = await emit(session, to, name);
      emitted.set(name, revision.source);
      await revision.up(session);
      expect(await differences(session, to), `after up:\n${revision.source}`).toEqual([]);
      if (scenario.notes.unchanged === true) expect(revision.source).toContain("up(_op: Operations)");
      const reached = await look();
      if (scenario.notes.keepsName !== true) {
        expect(unordered(reached), `against the models made afresh:\n${revision.source}`).toEqual(
          await afresh(major, to),
        );
      }
      await revision.down(session);
      expect(await look(), `after down:\n${revision.source}`).toEqual(start);
      expect(kept(await rowChecksums((sql) => database.query(sql)), scenario)).toEqual(kept(rows, scenario));
      await revision.up(session);
      expect(await look(), `after the second up:\n${revision.source}`).toEqual(reached);
    } finally {
      await session.close();
    }
  });

  test("every emitted file typechecks under the strictest settings", () => {
    expect(emitted.size).toBeGreaterThan(0);
    expect(typeErrors(emitted)).toEqual([]);
  });
}

/** What a database is like in which nothing but these models was ever made. */
async function afresh(major: number, models: Catalog): Promise<readonly string[]> {
  await using database = await createDatabase(major);
  const session = await connect(database.url);
  try {
    await createModels(session, models);
    return unordered(await fingerprint((sql) => database.query(sql)));
  } finally {
    await session.close();
  }
}

/** Postgres adds columns at the end only, so their places depend on how they came to be. */
function unordered(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/"position": \d+, /, ""));
}

/** The rows of the tables that the scenario does not mean to lose anything of. */
function kept<T>(rows: Readonly<Record<string, T>>, { notes }: Scenario): Readonly<Record<string, T>> {
  const lost = (notes.loses ?? []).map((name) => `${name}.`);
  const isLost = (table: string): boolean =>
    [table, table.replace(/^public\./, "")].some((name) => lost.some((text) => text.startsWith(`${name}.`)));
  return Object.fromEntries(Object.entries(rows).filter(([table]) => !isLost(table)));
}
