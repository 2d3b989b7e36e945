import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { EMPTY_CATALOG, type Catalog } from "../../../src/catalog/catalog.ts";
import { LimbeckError } from "../../../src/errors.ts";
import { readModels, type ModelSource } from "../../../src/models/toCatalog.ts";
import { makeProject, type Line, type TestProject } from "../project.ts";
import { readScenarios } from "../scenario.ts";

/** Models that both tools are given. */
export interface KitCase {
  readonly name: string;
  /** Paths in a project, with what they hold. */
  readonly files: Readonly<Record<string, string>>;
  /** Which of them are the models. */
  readonly models: readonly string[];
  readonly minMajor: number;
  /** What is there before the models. */
  readonly setup?: string;
  /** Schemas that are none of the models'. */
  readonly foreign?: readonly string[];
}

const REPOSITORY = resolve(import.meta.dirname, "../../..");

/** The tables of the npm package @auth/drizzle-adapter, as a project's models. */
export const ADAPTER_MODELS = `import { defineTables } from "../node_modules/@auth/drizzle-adapter/lib/pg.js";
export const { usersTable, accountsTable, sessionsTable, verificationTokensTable, authenticatorsTable } = defineTables();
`;

/** The sample and the adapter's tables. */
export function realCases(): readonly KitCase[] {
  const files: Record<string, string> = {};
  for (const name of readdirSync(join(REPOSITORY, "schema"))) {
    files[`sample/${name}`] = readFileSync(join(REPOSITORY, "schema", name), "utf8");
  }
  return [
    { name: "sample", files, models: Object.keys(files), minMajor: 14 },
    {
      name: "adapter",
      files: { "adapter/models.ts": ADAPTER_MODELS },
      models: ["adapter/models.ts"],
      minMajor: 14,
    },
  ];
}

/** What each scenario leads to, where an empty database is enough for it. */
export async function scenarioCases(): Promise<readonly KitCase[]> {
  const scenarios = (await readScenarios()).filter(({ notes }) => notes.needsSeed !== true);
  return scenarios.map(({ name, folder, notes, setup }) => {
    const path = `${name}/to.ts`;
    const files = { [path]: readFileSync(join(folder, "to.ts"), "utf8") };
    return {
      name,
      files,
      models: [path],
      minMajor: notes.minMajor ?? 14,
      setup,
      foreign: notes.foreign ?? [],
    };
  });
}

/** Cases in a project of one line. */
export interface KitProject {
  readonly project: TestProject;
  /** The models as Limbeck reads them. */
  catalog(name: string): Promise<Catalog>;
  /** The models as a module that drizzle-kit's process can require. */
  module(name: string): string;
}

/** Makes one project of all the cases, each bundled by esbuild alone, so that drizzle-kit gets nothing of Limbeck's loader. */
export async function kitProject(line: Line, cases: readonly KitCase[]): Promise<KitProject> {
  const files = Object.assign({}, ...cases.map((one) => one.files)) as Record<string, string>;
  const project = makeProject(line, files, { copies: ["@auth/drizzle-adapter"] });
  const entries = cases.map(({ name, models }) => [`entries/${name}.ts`, reexport(models)] as const);
  for (const [path, text] of entries) project.write(path, text);
  await bundle(
    project,
    entries.map(([path]) => path),
  );
  const byName = new Map(cases.map((one) => [one.name, one]));
  const schemaFiles = (name: string): string[] => (byName.get(name)?.models ?? []).map(project.path);
  const cacheDir = project.path(".limbeck/cache");
  return {
    project,
    catalog: (name) =>
      read({ root: project.dir, schemaFiles: schemaFiles(name), casing: undefined, cacheDir }),
    module: (name) => project.path(`bundles/${name}.cjs`),
  };
}

/** Files without models stand for nothing at all. */
async function read(source: ModelSource): Promise<Catalog> {
  try {
    return await readModels(source);
  } catch (error) {
    if (error instanceof LimbeckError && error.code === "no-models") return EMPTY_CATALOG;
    throw error;
  }
}

function reexport(models: readonly string[]): string {
  return models.map((path) => `export * from "../${path}";\n`).join("");
}

async function bundle({ dir, path }: TestProject, entries: readonly string[]): Promise<void> {
  await build({
    entryPoints: entries.map(path),
    outdir: path("bundles"),
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["drizzle-orm", "drizzle-orm/*"],
    absWorkingDir: dir,
    logLevel: "silent",
  });
}
