import { beforeAll, expect, test } from "vitest";
import { EMPTY_CATALOG, type Catalog } from "../../src/catalog/catalog.ts";
import { connect } from "../../src/database/connect.ts";
import { afresh, unordered } from "./afresh.ts";
import { createDatabase, majors } from "./database.ts";
import { fingerprint, rowChecksums } from "./fingerprint.ts";
import { createModels, differences, emit } from "./roundTrip.ts";
import type { Line } from "./project.ts";
import { typeErrors } from "./typecheck.ts";
import { modelsOf, readScenarios, scenarioProject, type Scenario } from "./scenario.ts";

const scenarios = await readScenarios();

/**
 * Registers every scenario that `major` knows, with the models read by one line of Drizzle. Each major has a test file
 * of its own, so that two run side by side.
 */
export function scenarioTests(major: number, line: Line): void {
  // Other servers were asked for.
  if (!majors().includes(major)) {
    test.skip(`no server of PostgreSQL ${major} runs`);
    return;
  }
  const emitted = new Map<string, string>();
  const models = new Map<string, { readonly from: Catalog; readonly to: Catalog }>();

  beforeAll(async () => {
    const project = scenarioProject(line);
    for (const scenario of scenarios) {
      const from = await modelsOf(project, scenario, "from");
      models.set(scenario.name, { from, to: await modelsOf(project, scenario, "to") });
    }
  });

  const known = scenarios.filter(({ notes }) => major >= (notes.minMajor ?? 0));
  test.each(known.map((scenario) => [scenario.name, scenario] as const))("%s", async (name, scenario) => {
    const { from, to } = models.get(name) ?? { from: EMPTY_CATALOG, to: EMPTY_CATALOG };
    await using database = await createDatabase(major);
    const session = await connect(database.url);
    try {
      const { foreign } = scenario.notes;
      const order = { ignoreColumnOrder: scenario.notes.columnOrder === true };
      const look = (): Promise<string[]> => fingerprint((sql) => database.query(sql), order);
      if (scenario.setup !== "") await session.execute(scenario.setup);
      await createModels(session, from);
      if (scenario.seed !== "") await session.execute(scenario.seed);
      if (scenario.notes.drifted !== true)
        expect(await differences(session, from, foreign), "the first models, just created").toEqual([]);
      const [start, rows] = [await look(), await rowChecksums((sql) => database.query(sql))];

      const revision = await emit(session, to, name, foreign);
      emitted.set(name, revision.source);
      await revision.up(session);
      expect(await differences(session, to, foreign), `after up:\n${revision.source}`).toEqual([]);
      if (scenario.notes.unchanged === true) expect(revision.source).toContain("up(_op: Operations)");
      const reached = await look();
      const { keepsName, keepsText, seeded } = scenario.notes;
      if (keepsName !== true && keepsText !== true && seeded !== true) {
        expect(unordered(reached), `against the models made afresh:\n${revision.source}`).toEqual(
          await afresh(major, to, {
            before: scenario.setup,
            after: scenario.notes.unmodelled === true ? scenario.seed : "",
          }),
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

/** The rows of the tables that the scenario does not mean to lose anything of. */
function kept<T>(rows: Readonly<Record<string, T>>, { notes }: Scenario): Readonly<Record<string, T>> {
  const lost = (notes.loses ?? []).map((name) => `${name}.`);
  const isLost = (table: string): boolean =>
    [table, table.replace(/^public\./, "")].some((name) => lost.some((text) => text.startsWith(`${name}.`)));
  return Object.fromEntries(Object.entries(rows).filter(([table]) => !isLost(table)));
}
