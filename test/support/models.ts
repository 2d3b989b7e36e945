import { objectsOf, type Catalog } from "../../src/catalog/catalog.ts";
import type { ObjectKind, ObjectOf } from "../../src/catalog/object.ts";
import { readModels, type ModelSource } from "../../src/models/toCatalog.ts";
import { makeProject, type Line, type ProjectOptions } from "./project.ts";

/** How a catalog is read from one schema file, or several by path. */
export interface ModelsOptions extends ProjectOptions {
  readonly casing?: "snake_case" | "camelCase";
  /** Which roles are read; none unless said. */
  readonly roles?: ModelSource["roles"];
  /** Names imported from drizzle-orm/pg-core by a single schema file; all that the line has unless said. */
  readonly files?: Readonly<Record<string, string>>;
  /** Takes the warnings. */
  readonly warn?: (message: string) => void;
}

const IMPORTS = [
  'import { sql } from "drizzle-orm";',
  'import * as pg from "drizzle-orm/pg-core";',
  "const { pgTable, pgSchema, pgEnum, pgSequence, pgTableCreator, customType, index, uniqueIndex, unique, check,",
  "  primaryKey, foreignKey, integer, bigint, smallint, serial, bigserial, smallserial, text, varchar, char, boolean,",
  "  numeric, real, doublePrecision, json, jsonb, date, time, timestamp, interval, uuid, point, line, vector, bit,",
  "  geometry, inet } = pg;",
].join("\n");

/** Reads the models of a schema file whose body is `text`; sql and all of pg-core are imported. */
export function modelsOf(line: Line, text: string, options: ModelsOptions = {}): Promise<Catalog> {
  const files = { "schema.ts": `${IMPORTS}\n${text}`, ...options.files };
  const project = makeProject(line, files, options);
  const schemaFiles = Object.keys(files)
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .sort()
    .map(project.path);
  const { casing, roles, warn } = options;
  const cacheDir = project.path(".limbeck/cache");
  return readModels({ root: project.dir, schemaFiles, casing, roles, cacheDir }, warn);
}

/** The objects of a kind in a model. */
export async function objectsIn<K extends ObjectKind>(
  kind: K,
  line: Line,
  text: string,
  options: ModelsOptions = {},
): Promise<readonly ObjectOf<K>[]> {
  return objectsOf(await modelsOf(line, text, options), kind);
}
