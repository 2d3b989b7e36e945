import { existsSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { QualifiedName } from "../catalog/name.ts";
import { ConfigError } from "../errors.ts";
import { loadModules, ModuleLoadError } from "../modules/load.ts";
import type { SharedSelection } from "../objects/selection.ts";
import type { Credentials } from "./credentials.ts";
import { readDrizzleConfig, type DrizzleConfig } from "./drizzleConfig.ts";
import { findConfig, type ConfigFiles } from "./find.ts";
import { readLimbeckConfig, type LimbeckSettings } from "./limbeckConfig.ts";
import type { CheckedHooks } from "./hooks.ts";
import { schemaFiles } from "./schemaFiles.ts";
import type { Section } from "./values.ts";

/** A project, as its configuration files describe it. Every path is absolute. */
export interface Project {
  /** The folder of the configuration file. */
  readonly root: string;
  /** `drizzle.config`, or `limbeck.config` where there is no other. */
  readonly configFile: string;
  readonly limbeckConfigFile: string | undefined;
  /** Sorted; empty where no schema is configured. */
  readonly schemaFiles: readonly string[];
  /** The folder of the revision files; it need not exist. */
  readonly migrationsDir: string;
  /** Whether `limbeck.config` chose that folder, or else drizzle-kit writes its own files there too. */
  readonly migrationsDirIsOwn: boolean;
  readonly casing: "snake_case" | "camelCase" | undefined;
  /** Globs of the schemas in scope; undefined where nothing is said. */
  readonly schemaFilter: readonly string[] | undefined;
  /** Globs of the tables in scope; empty where nothing is said. */
  readonly tablesFilter: readonly string[];
  readonly extensionsFilters: readonly "postgis"[];
  /** The functions of `limbeck.config` that take part. */
  readonly hooks: CheckedHooks;
  /** Which roles are compared beside those that the models name; null means that no roles are read at all. */
  readonly roles: SharedSelection | null;
  readonly credentials: Credentials | undefined;
  readonly versionTable: QualifiedName;
  /** drizzle-kit's own history, which is no part of the models. */
  readonly drizzleMigrationsTable: QualifiedName;
  /** Whether generated revisions are proven before they are written. */
  readonly proof: boolean;
  /** An empty database to prove them in. */
  readonly shadowUrl: string | undefined;
  readonly cacheDir: string;
  /** The data directory of the embedded database. */
  readonly dataDir: string;
}

/** Finds and reads the configuration of the project around `cwd`, or the one named by `config`. */
export async function loadProject(options: {
  readonly cwd: string;
  readonly config?: string | undefined;
}): Promise<Project> {
  const files = findConfig(options.cwd, options.config);
  const sections = await loadSections(files);
  const drizzle =
    sections.drizzle === undefined ? undefined : readDrizzleConfig(sections.drizzle, files.root);
  const limbeck = sections.limbeck === undefined ? {} : readLimbeckConfig(sections.limbeck);
  const project = toProject(files, { drizzle, limbeck, limbeckSays: sections.limbeck?.values ?? {} });
  if (existsSync(project.migrationsDir) && !statSync(project.migrationsDir).isDirectory()) {
    const hint = 'Name a folder as "migrations" in limbeck.config.ts.';
    throw new ConfigError(
      "migrations-not-a-folder",
      `The migrations folder ${project.migrationsDir} is a file`,
      { hint },
    );
  }
  return project;
}

interface Sections {
  readonly drizzle: Section | undefined;
  readonly limbeck: Section | undefined;
}

async function loadSections({ root, drizzle, limbeck }: ConfigFiles): Promise<Sections> {
  const files = [drizzle ?? [], limbeck ?? []].flat();
  const modules = await loadConfigModules(files, root);
  const sectionOf = async (file: string | undefined): Promise<Section | undefined> => {
    if (file === undefined) return undefined;
    return sectionFrom(modules.find((module) => module.file === file)?.exports["default"], file);
  };
  return { drizzle: await sectionOf(drizzle), limbeck: await sectionOf(limbeck) };
}

async function loadConfigModules(files: readonly string[], root: string): ReturnType<typeof loadModules> {
  try {
    return await loadModules(files, { root });
  } catch (cause) {
    if (!(cause instanceof ModuleLoadError)) throw cause;
    const data = { file: cause.file, line: cause.line };
    throw new ConfigError("config-not-loaded", cause.message, { hint: cause.hint, cause, data });
  }
}

/** A default export may be a promise, and CommonJS compiled from TypeScript has another `default` inside. */
async function sectionFrom(exported: unknown, file: string): Promise<Section> {
  const value: unknown = await exported;
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject) {
    const hint = "Write: export default defineConfig({ ... })";
    throw new ConfigError("config-no-export", `${basename(file)} has no default export that is an object`, {
      hint,
    });
  }
  if ("default" in value && Object.keys(value).length === 1) return sectionFrom(value.default, file);
  return { values: { ...value }, file };
}

interface Configured {
  readonly drizzle: DrizzleConfig | undefined;
  readonly limbeck: LimbeckSettings;
  /** What limbeck.config exports, with keys whose value is undefined. */
  readonly limbeckSays: Section["values"];
}

function toProject(files: ConfigFiles, { drizzle, limbeck, limbeckSays }: Configured): Project {
  const { root } = files;
  const schemaFrom = limbeck.schema === undefined ? files.drizzle : files.limbeck;
  const credentials =
    limbeckCredentials(limbeck, files) ?? drizzle?.credentials ?? undefinedUrl(limbeckSays, files);
  return {
    root,
    configFile: files.drizzle ?? files.limbeck ?? root,
    limbeckConfigFile: files.limbeck,
    schemaFiles: schemaFiles(list(limbeck.schema) ?? drizzle?.schema ?? [], root, schemaFrom ?? root),
    migrationsDir: resolve(root, limbeck.migrations ?? drizzle?.out ?? "migrations"),
    migrationsDirIsOwn: limbeck.migrations !== undefined || drizzle?.out === undefined,
    casing: limbeck.casing ?? drizzle?.casing,
    schemaFilter: list(limbeck.schemaFilter) ?? drizzle?.schemaFilter,
    tablesFilter: list(limbeck.tablesFilter) ?? drizzle?.tablesFilter ?? [],
    extensionsFilters: list(limbeck.extensionsFilters) ?? drizzle?.extensionsFilters ?? [],
    hooks: limbeck.hooks ?? {},
    roles: limbeck.roles === undefined ? (drizzle?.roles ?? null) : limbeck.roles,
    credentials,
    versionTable: {
      schema: limbeck.versionTable?.schema ?? "public",
      name: limbeck.versionTable?.name ?? "limbeck_version",
    },
    drizzleMigrationsTable: drizzle?.migrationsTable ?? { schema: "drizzle", name: "__drizzle_migrations" },
    proof: limbeck.proof ?? true,
    shadowUrl: limbeck.shadowUrl,
    cacheDir: join(root, ".limbeck", "cache"),
    dataDir: credentials?.kind === "embedded" ? credentials.directory : join(root, ".limbeck", "data"),
  };
}

function limbeckCredentials({ url }: LimbeckSettings, { limbeck }: ConfigFiles): Credentials | undefined {
  if (url === undefined) return undefined;
  return { kind: "server", url, source: `"url" in ${basename(limbeck ?? "limbeck.config")}` };
}

/** `url: process.env.NOPE`: somebody means a server. */
function undefinedUrl(said: Section["values"], { limbeck }: ConfigFiles): Credentials | undefined {
  if (!("url" in said)) return undefined;
  return { kind: "undefined", key: "url", source: `"url" in ${basename(limbeck ?? "limbeck.config")}` };
}

/** A single string as a list. */
function list<T extends string>(value: T | readonly T[] | undefined): readonly T[] | undefined {
  return typeof value === "string" ? [value] : value;
}
