import { cpSync, existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { EMPTY_CATALOG, type Catalog } from "../../src/catalog/catalog.ts";
import { LimbeckError } from "../../src/errors.ts";
import { readModels } from "../../src/models/toCatalog.ts";
import { makeProject, type Line, type TestProject } from "./project.ts";

/** What `scenario.json` may say. */
export interface ScenarioNotes {
  /** The oldest major that knows what the scenario uses. */
  readonly minMajor?: number;
  /** A column is dropped or made anew, so the way back cannot put it where it was. */
  readonly columnOrder?: boolean;
  /** What the way there or back loses by intention: `table` or `table.column`, with the schema unless public. */
  readonly loses?: readonly string[];
  /** Both sides say the same in other words: there is nothing to do. */
  readonly unchanged?: boolean;
  /** A name that the database has stays, since the models no longer insist on one. */
  readonly keepsName?: boolean;
  /** The database says the same in other words than the models made afresh, and goes on saying so. */
  readonly keepsText?: boolean;
  /** The seed takes the database away from the first models: what the migration does is to take it to the second. */
  readonly drifted?: boolean;
  /** The seed makes what models cannot say, on both of them alike, and the migration must leave it as it is. */
  readonly unmodelled?: boolean;
  /** The seed makes what models cannot say on objects of the first models, and it stays. */
  readonly seeded?: boolean;
  /** The second models cannot be made without what the seed makes. */
  readonly needsSeed?: boolean;
  /** Schemas that `setup.sql` makes and the models leave to others. */
  readonly foreign?: readonly string[];
  /** drizzle-kit is not quiet on its own output here, for this reason. */
  readonly drizzleKit?: string;
}

/** Two states of the models and rows for the first. */
export interface Scenario {
  readonly name: string;
  readonly folder: string;
  readonly notes: ScenarioNotes;
  /** What is there before the models, and is not theirs: functions, tables of a platform. */
  readonly setup: string;
  readonly seed: string;
}

const ROOT = join(import.meta.dirname, "..", "scenarios");

/** Every scenario, by name. */
export async function readScenarios(): Promise<readonly Scenario[]> {
  const entries = await readdir(ROOT, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(names.toSorted().map(readScenario));
}

async function readScenario(name: string): Promise<Scenario> {
  const folder = join(ROOT, name);
  const text = async (file: string): Promise<string> =>
    existsSync(join(folder, file)) ? readFile(join(folder, file), "utf8") : "";
  const notes = JSON.parse((await text("scenario.json")) || "{}") as ScenarioNotes;
  return { name, folder, notes, setup: await text("setup.sql"), seed: await text("seed.sql") };
}

/** Puts every scenario into a project of the given line, whose modules the scenarios' files then import. */
export function scenarioProject(line: Line): TestProject {
  const project = makeProject(line, {});
  cpSync(ROOT, project.path("scenarios"), { recursive: true });
  return project;
}

/** The models of one side. A file without models stands for nothing at all. */
export async function modelsOf(
  project: TestProject,
  scenario: Scenario,
  side: "from" | "to",
): Promise<Catalog> {
  const file = project.path(join("scenarios", scenario.name, `${side}.ts`));
  try {
    return await readModels({
      root: project.dir,
      schemaFiles: [file],
      casing: undefined,
      cacheDir: project.path(".limbeck/cache"),
    });
  } catch (error) {
    if (error instanceof LimbeckError && error.code === "no-models") return EMPTY_CATALOG;
    throw error;
  }
}
