import { EMPTY_CATALOG, type Catalog } from "../../../src/catalog/catalog.ts";
import { LimbeckError } from "../../../src/errors.ts";
import { readModels } from "../../../src/models/toCatalog.ts";
import { makeProject, type Line } from "../project.ts";
import { drizzleSource } from "./drizzle.ts";
import { casingOf } from "./drizzleText.ts";
import type { RandomModel } from "./model.ts";

/** Reads a model as its Drizzle source says it. */
export type ReadModel = (model: RandomModel, seed: number) => Promise<Catalog>;

/** Reads models as a project of the given line would have them. */
export function modelReader(line: Line): ReadModel {
  const project = makeProject(line, {});
  let number = 0;
  return async (model, seed) => {
    const file = `schema${number++}.ts`;
    project.write(file, drizzleSource(model, seed));
    try {
      return await readModels({
        root: project.dir,
        schemaFiles: [project.path(file)],
        casing: casingOf(seed),
        cacheDir: project.path(".limbeck/cache"),
      });
    } catch (error) {
      if (error instanceof LimbeckError && error.code === "no-models") return EMPTY_CATALOG;
      throw error;
    }
  };
}
