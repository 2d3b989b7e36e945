import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ConfigError } from "../errors.ts";
import type {
  DrizzleColumn,
  DrizzleEnum,
  DrizzleLine,
  DrizzleSchema,
  DrizzleSequence,
  DrizzleSql,
  DrizzleView,
} from "../objects/drizzle.ts";
import { manifestField } from "../modules/packageManifest.ts";

/** A class of Drizzle's; `is` compares kinds by name, so it also knows objects of another copy. */
type Kind = abstract new (...args: never) => unknown;

/** The part of `drizzle-orm` that Limbeck uses. */
export interface DrizzleOrm {
  is(value: unknown, kind: Kind): boolean;
  readonly sql: {
    (
      strings: TemplateStringsArray,
      ...values: readonly unknown[]
    ): DrizzleSql & { inlineParams(): DrizzleSql };
    identifier(name: string): object;
  };
  readonly SQL: Kind;
  readonly Name: Kind;
  readonly Table: Kind;
}

/** What `getTableConfig` gives, of which the adapter checks the rest. */
export interface RawTableConfig {
  readonly name: string;
  readonly schema: string | undefined;
  readonly columns: readonly DrizzleColumn[];
}

/** What `getViewConfig` and `getMaterializedViewConfig` give. */
export type RawViewConfig = Omit<DrizzleView, "schema"> & { readonly schema: string | undefined };

/** The part of `drizzle-orm/pg-core` that Limbeck uses. `PgArray` is gone in 1.0. */
export interface DrizzlePgCore {
  readonly PgTable: Kind;
  readonly PgSchema: Kind;
  readonly PgArray?: Kind;
  readonly PgEnumColumn: Kind;
  readonly PgEnumObjectColumn: Kind;
  readonly PgCustomColumn: Kind;
  readonly IndexBuilder: Kind;
  readonly CheckBuilder: Kind;
  readonly UniqueConstraintBuilder: Kind;
  readonly PrimaryKeyBuilder: Kind;
  readonly ForeignKeyBuilder: Kind;
  readonly PgPolicy: Kind;
  readonly PgRole: Kind;
  readonly PgDialect: new (config?: { casing?: string | undefined }) => {
    sqlToQuery(
      chunk: DrizzleSql,
      source?: "indexes",
    ): { readonly sql: string; readonly params: readonly unknown[] };
  };
  isPgEnum(value: unknown): value is DrizzleEnum;
  isPgSequence(value: unknown): value is DrizzleSequence;
  isPgView(value: unknown): value is object;
  isPgMaterializedView(value: unknown): value is object;
  getTableConfig(table: object): RawTableConfig;
  getViewConfig(view: object): RawViewConfig;
  getMaterializedViewConfig(view: object): RawViewConfig;
}

/** The user's drizzle-orm, imported. */
export interface DrizzleModule {
  readonly line: DrizzleLine;
  readonly version: string;
  readonly orm: DrizzleOrm;
  readonly pg: DrizzlePgCore;
  /** The project's casing, where the line applies it to models that are already built: 0.45. */
  readonly casing: Casing | undefined;
  /** Applies the casing to the key of a column without a name. */
  applyCasing(key: string): string;
  isSchema(value: unknown): value is DrizzleSchema;
  isSql(value: unknown): value is DrizzleSql;
}

/** The casings that drizzle.config knows; 1.0 has them in the models instead. */
export type Casing = "snake_case" | "camelCase";

/** Imports the drizzle-orm that the project at `root` has; ConfigError where it is absent or of another line. */
export async function importDrizzle(root: string, casing: Casing | undefined): Promise<DrizzleModule> {
  const folder = findPackage(root);
  const version = String(manifestField(join(folder, "package.json"), "version"));
  const line = lineOf(version);
  // Both lines have their ES modules at these places; `import` conditions cannot be asked for from here.
  const found = await importFrom<DrizzleOrm>(folder, "index.js");
  const orm = { ...found, is: remembered(found.is) };
  const pg = await importFrom<DrizzlePgCore>(folder, "pg-core/index.js");
  const applied = line === "0.45" ? casing : undefined;
  return {
    line,
    version,
    orm,
    pg,
    casing: applied,
    applyCasing: applied === undefined ? (key) => key : await casingOf(folder, applied),
    isSchema: (value): value is DrizzleSchema => orm.is(value, pg.PgSchema),
    isSql: (value): value is DrizzleSql => orm.is(value, orm.SQL),
  };
}

/** `is` walks up the classes, one by one. All that it looks at is the prototype, which few objects have to themselves. */
function remembered(is: DrizzleOrm["is"]): DrizzleOrm["is"] {
  const answers = new Map<Kind, Map<unknown, boolean>>();
  return (value, kind) => {
    if (typeof value !== "object" || value === null) return is(value, kind);
    let known = answers.get(kind);
    if (known === undefined) answers.set(kind, (known = new Map()));
    const prototype: unknown = Object.getPrototypeOf(value);
    let answer = known.get(prototype);
    if (answer === undefined) known.set(prototype, (answer = is(value, kind)));
    return answer;
  };
}

function findPackage(root: string): string {
  try {
    return dirname(createRequire(join(root, "_.js")).resolve("drizzle-orm"));
  } catch (cause) {
    const hint = "Install it with: npm install drizzle-orm";
    throw new ConfigError("drizzle-missing", `drizzle-orm is not installed in ${root}`, { hint, cause });
  }
}

function lineOf(version: string): DrizzleLine {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major === 0 && minor >= 45) return "0.45";
  if (major === 1) return "1.0";
  const hint = "Limbeck reads the models of drizzle-orm >=0.45 <2; install one of these versions.";
  throw new ConfigError("drizzle-version", `drizzle-orm ${version} is not supported`, { hint });
}

/** The types are what both lines were seen to have; a test reads every kind of object with each. */
async function importFrom<T>(folder: string, file: string): Promise<T> {
  return (await import(pathToFileURL(join(folder, file)).href)) as T;
}

async function casingOf(folder: string, casing: Casing): Promise<(key: string) => string> {
  const module = await importFrom<Record<"toSnakeCase" | "toCamelCase", (key: string) => string>>(
    folder,
    "casing.js",
  );
  return casing === "snake_case" ? module.toSnakeCase : module.toCamelCase;
}
