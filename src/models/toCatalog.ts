import type { Catalog, ObjectSource } from "../catalog/catalog.ts";
import { objectId, type ObjectId } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind, ObjectOf } from "../catalog/object.ts";
import type { Project } from "../config/project.ts";
import { ModelError } from "../errors.ts";
import type { DrizzleAdapter, ModelEntities, ModelObject, ModelReader } from "../objects/drizzle.ts";
import { modelReaders } from "../objects/modelReaders.ts";
import { registry } from "../objects/registry.ts";
import type { ObjectDefinition } from "../objects/definition.ts";
import { createAdapter } from "./drizzle.ts";
import { assertDistinct, type PlacedObject } from "./duplicates.ts";
import { importDrizzle } from "./drizzleModule.ts";
import { readEntities } from "./entities.ts";
import type { Warn } from "./tableEntity.ts";
import { loadModules, ModuleLoadError, type LoadedModule } from "../modules/load.ts";

/** What of a project decides what its models say. */
export type ModelSource = Pick<Project, "root" | "schemaFiles" | "casing" | "cacheDir"> & {
  /** Roles are read only where they are selected. */
  readonly roles?: Project["roles"] | undefined;
};

/**
 * Loads the project's schema files and reads them into a catalog, in an order that only the models decide; `warn` is
 * told of what the models say to no effect.
 */
export async function readModels(project: ModelSource, warn: Warn = () => undefined): Promise<Catalog> {
  const modules = await loadSchemaFiles(project);
  const drizzle = await importDrizzle(project.root, project.casing);
  const entities = readEntities(modules, drizzle, warn);
  const { tables, views, materializedViews, policies, roles } = entities;
  if ([tables, views, materializedViews, policies, roles].every((found) => found.length === 0))
    throw noModels(project.schemaFiles);
  const compared =
    project.roles === null || project.roles === undefined ? { ...entities, roles: [] } : entities;
  return toCatalog(compared, createAdapter(drizzle));
}

async function loadSchemaFiles({
  root,
  schemaFiles,
  cacheDir,
}: ModelSource): Promise<readonly LoadedModule[]> {
  try {
    return await loadModules(schemaFiles, { root, cacheDir });
  } catch (cause) {
    if (!(cause instanceof ModuleLoadError)) throw cause;
    const { file, line } = cause;
    throw new ModelError("models-not-loaded", cause.message, {
      hint: cause.hint,
      cause,
      data: { file, line },
    });
  }
}

function noModels(files: readonly string[]): ModelError {
  const where =
    files.length === 0
      ? "no schema file is configured"
      : files.length === 1
        ? "the schema file exports no table"
        : `none of ${files.length} schema files exports a table`;
  const hint =
    'Export the tables, and name their files as "schema" in drizzle.config.ts or limbeck.config.ts.';
  return new ModelError("no-models", `There are no models: ${where}`, { hint });
}

interface Placed extends PlacedObject {
  /** Left to others. */
  readonly existing: boolean;
  /** Objects are ordered by this within their kind; those with the same keep the order of declaration. */
  readonly rank: readonly string[];
}

/** Turns entities into a catalog; ModelError where two of them claim one name. */
export function toCatalog(entities: ModelEntities, drizzle: DrizzleAdapter): Catalog {
  const objects = new Map<ObjectId, CatalogObject>();
  const sources = new Map<ObjectId, ObjectSource>();
  const found = kinds().flatMap((kind) => readKind(kind, entities, drizzle));
  const ours = found.filter(({ existing }) => !existing);
  assertDistinct(ours);
  for (const { id, object, source } of ours) {
    objects.set(id, object);
    sources.set(id, source);
  }
  const existing = new Set(found.flatMap((placed) => (placed.existing ? [placed.id] : [])));
  return { objects, sources, ...(existing.size === 0 ? {} : { existing }) };
}

/** The registry's kinds in its order; its keys are all of type ObjectKind, which Object.keys forgets. */
function kinds(): readonly ObjectKind[] {
  return Object.keys(registry) as ObjectKind[];
}

// The body needs K: it pairs the reader of a kind with the definition of the same.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function readKind<K extends ObjectKind>(
  kind: K,
  entities: ModelEntities,
  drizzle: DrizzleAdapter,
): readonly Placed[] {
  const read: ModelReader<K> = modelReaders[kind];
  const definition: ObjectDefinition<K> = registry[kind];
  const placed = read(entities, drizzle).map((found) => place(definition, found));
  return placed.sort((a, b) => compare(a.rank, b.rank));
}

function place<K extends ObjectKind>(
  definition: ObjectDefinition<K>,
  { object, source, existing = false }: ModelObject<K>,
): Placed {
  const shape: ObjectOf<K> = object;
  const address = definition.address(shape);
  // What is part of its owner's creation keeps the order in which it is declared there.
  const rank = definition.attachment === "inline" ? address.slice(0, -1) : address;
  // Every ObjectOf<K> is a CatalogObject, which TypeScript does not see while K is open.
  const id = objectId(definition.kind, ...address);
  return { id, object: shape as CatalogObject, source, existing, rank };
}

/** By code unit, so that no locale has a say. */
function compare(a: readonly string[], b: readonly string[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i] ?? "";
    if (part !== other) return part < other ? -1 : 1;
  }
  return a.length - b.length;
}
