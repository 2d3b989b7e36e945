import type { ObjectSource } from "../catalog/catalog.ts";
import { DEFAULT_SCHEMA, truncateIdentifier } from "../catalog/name.ts";
import type { DrizzlePolicy, DrizzleRole, DrizzleView, Entity, ModelEntities } from "../objects/drizzle.ts";
import type { DrizzleModule, RawViewConfig } from "./drizzleModule.ts";
import type { LoadedModule } from "../modules/load.ts";
import { assertPostgres } from "./otherDialects.ts";
import { readTable, type Warn } from "./tableEntity.ts";

/**
 * The Drizzle objects that modules export, each once however often it is exported again. Exports count, and the values
 * of a default export that is a plain object; objects deeper down do not, as with drizzle-kit. ModelError for what is
 * a model of another database.
 */
export function readEntities(
  modules: readonly LoadedModule[],
  drizzle: DrizzleModule,
  warn: Warn,
): ModelEntities {
  const exported = distinct(modules.flatMap(exportsOf));
  for (const { value, source } of exported) assertPostgres(value, source);
  const select = <T>(test: (value: unknown) => value is T): Entity<T>[] =>
    exported.flatMap(({ value, source }) => (test(value) ? [{ value, source }] : []));
  return {
    schemas: select(drizzle.isSchema),
    enums: select(drizzle.pg.isPgEnum),
    sequences: select(drizzle.pg.isPgSequence),
    policies: select(
      (value): value is DrizzlePolicy => isEntity(value) && drizzle.orm.is(value, drizzle.pg.PgPolicy),
    ),
    roles: select(
      (value): value is DrizzleRole => isEntity(value) && drizzle.orm.is(value, drizzle.pg.PgRole),
    ),
    tables: select(
      (value): value is object => isEntity(value) && drizzle.orm.is(value, drizzle.pg.PgTable),
    ).map(({ value, source }) => ({ value: readTable({ table: value, source }, drizzle, warn), source })),
    views: select(drizzle.pg.isPgView).map(({ value, source }) => ({
      value: readView(drizzle.pg.getViewConfig(value)),
      source,
    })),
    materializedViews: select(drizzle.pg.isPgMaterializedView).map(({ value, source }) => ({
      value: readView(drizzle.pg.getMaterializedViewConfig(value)),
      source,
    })),
  };
}

function readView(config: RawViewConfig): DrizzleView {
  return {
    ...config,
    schema: truncateIdentifier(config.schema ?? DEFAULT_SCHEMA),
    name: truncateIdentifier(config.name),
  };
}

function exportsOf({ file, exports }: LoadedModule): readonly Entity<unknown>[] {
  return Object.entries(exports).flatMap(([name, value]) => {
    const own = { value, source: { export: name, file } };
    return name === "default" ? [own, ...membersOf(value, file)] : [own];
  });
}

function membersOf(value: unknown, file: string): readonly Entity<unknown>[] {
  const plain =
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  if (!plain) return [];
  const members: readonly (readonly [string, unknown])[] = Object.entries(value);
  return members.map(([name, member]) => ({ value: member, source: { export: `default.${name}`, file } }));
}

/** Keeps what can be a Drizzle object, at the first place that exports it; a name of its own beats `default`. */
function distinct(exported: readonly Entity<unknown>[]): readonly Entity<unknown>[] {
  const sources = new Map<unknown, ObjectSource>();
  for (const { value, source } of exported) {
    if (!isEntity(value)) continue;
    const known = sources.get(value);
    const better = known?.file === source.file && known?.export?.startsWith("default") === true;
    if (known === undefined || better) sources.set(value, source);
  }
  return [...sources].map(([value, source]) => ({ value, source }));
}

/** `is` of 0.45 fails on objects without a prototype, such as `export * as everything`. */
function isEntity(value: unknown): value is object {
  if (typeof value === "function") return true;
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) !== null;
}
