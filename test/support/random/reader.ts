import { EMPTY_CATALOG, type Catalog } from "../../../src/catalog/catalog.ts";
import { LimbeckError } from "../../../src/errors.ts";
import { readModels } from "../../../src/models/toCatalog.ts";
import { makeProject, type Line } from "../project.ts";

/** Reads Drizzle source as a project of the given line would have it. */
export function modelReader(line: Line): (source: string) => Promise<Catalog> {
  const project = makeProject(line, {});
  let number = 0;
  return async (source) => {
    const file = `schema${number++}.ts`;
    project.write(file, source);
    try {
      return await readModels({
        root: project.dir,
        schemaFiles: [project.path(file)],
        casing: undefined,
        cacheDir: project.path(".limbeck/cache"),
      });
    } catch (error) {
      if (error instanceof LimbeckError && error.code === "no-models") return EMPTY_CATALOG;
      throw error;
    }
  };
}
