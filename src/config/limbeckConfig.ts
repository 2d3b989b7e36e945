import { basename } from "node:path";
import { ConfigError } from "../errors.ts";
import { readHooks } from "./hookCalls.ts";
import type { CheckedHooks, Hooks } from "./hooks.ts";
import {
  extensions,
  oneOf,
  optionalBoolean,
  optionalString,
  optionalStrings,
  type Section,
} from "./values.ts";
import type { SharedSelection } from "../objects/selection.ts";
import { nearest } from "./nearest.ts";
import { checkUrl } from "./urlText.ts";
import { readRoles, type RolesOption } from "./roles.ts";

/** What `limbeck.config.ts` may say; everything is optional, and paths are relative to the file. */
export interface LimbeckConfig extends Hooks {
  /** The schema files: a path, a folder (one level deep), a glob, or a list of these. */
  readonly schema?: string | readonly string[];
  /** The folder of the revision files. */
  readonly migrations?: string;
  /** Where the applied revisions are written down; `public.limbeck_version` unless said. */
  readonly versionTable?: { readonly name?: string; readonly schema?: string };
  /** The database, if neither `--url` nor MIGRATION_DATABASE_URL names it. */
  readonly url?: string;
  /** The schemas that Limbeck looks at, by name or glob; those after `!` are left alone. */
  readonly schemaFilter?: string | readonly string[];
  /** Globs of the tables that Limbeck looks at; those after `!` are left alone. */
  readonly tablesFilter?: string | readonly string[];
  /** Extensions whose tables are left alone even where they do not belong to it, as after a dump. */
  readonly extensionsFilters?: "postgis" | readonly "postgis"[];
  /** How columns without a name are named (drizzle-orm 0.45; 1.0 says it in the models). */
  readonly casing?: "snake_case" | "camelCase";
  /** Whether generated revisions are run up, down and up before they are written; yes unless said. */
  readonly proof?: boolean;
  /** An empty database for that, where neither the embedded Postgres nor a temporary database will do. */
  readonly shadowUrl?: string;
  /** Which roles of the server are compared; none unless said, here or as `entities.roles` in drizzle.config. */
  readonly roles?: RolesOption;
}

/** Gives `limbeck.config.ts` its types; returns what it is given. */
export function defineConfig(config: LimbeckConfig): LimbeckConfig {
  return config;
}

// A record and not a list, so that a key that is added to the type and forgotten here does not compile.
const KEYS: Readonly<Record<keyof LimbeckConfig, true>> = {
  schema: true,
  migrations: true,
  versionTable: true,
  url: true,
  schemaFilter: true,
  tablesFilter: true,
  extensionsFilters: true,
  casing: true,
  proof: true,
  shadowUrl: true,
  includeName: true,
  includeObject: true,
  compareType: true,
  compareServerDefault: true,
  processRevisionDirectives: true,
  renderItem: true,
  roles: true,
};
const VERSION_TABLE_KEYS = ["name", "schema"];

/** What `limbeck.config` says, checked. */
export interface LimbeckSettings extends Omit<LimbeckConfig, keyof Hooks | "roles"> {
  /** Null for none. */
  readonly roles?: SharedSelection | null;
  readonly hooks?: CheckedHooks;
}

/** Checks what a `limbeck.config` file exports. */
export function readLimbeckConfig({ values, file }: Section): LimbeckSettings {
  rejectUnknown(values, Object.keys(KEYS), file);
  const section = { values, file };
  const said = {
    schema: optionalStrings(section, "schema"),
    migrations: optionalString(section, "migrations"),
    versionTable: versionTable(section),
    url: optionalString(section, "url"),
    schemaFilter: optionalStrings(section, "schemaFilter"),
    tablesFilter: optionalStrings(section, "tablesFilter"),
    extensionsFilters: extensions(section),
    casing: oneOf(section, "casing", ["snake_case", "camelCase"]),
    proof: optionalBoolean(section, "proof"),
    shadowUrl: shadowUrl(section),
    hooks: readHooks(section),
    roles: readRoles(section, "roles"),
  };
  return withoutUndefined(said);
}

function shadowUrl(section: Section): string | undefined {
  const url = optionalString(section, "shadowUrl");
  return url === undefined ? undefined : checkUrl(url, `shadowUrl in ${basename(section.file)}`).url;
}

function versionTable({ values, file }: Section): LimbeckConfig["versionTable"] | undefined {
  const said = values["versionTable"];
  if (said === undefined) return undefined;
  if (typeof said !== "object" || said === null || Array.isArray(said)) {
    throw new ConfigError(
      "config-invalid",
      `"versionTable" in ${basename(file)} must be an object with "name" and "schema"`,
    );
  }
  const section = { values: { ...said }, file };
  rejectUnknown(section.values, VERSION_TABLE_KEYS, file, "versionTable.");
  return withoutUndefined({
    name: optionalString(section, "name"),
    schema: optionalString(section, "schema"),
  });
}

function rejectUnknown(values: Section["values"], known: readonly string[], file: string, prefix = ""): void {
  const unknown = Object.keys(values).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const close = nearest(unknown, known);
  const hint =
    close === undefined ? `It may have: ${known.join(", ")}.` : `Did you mean "${prefix}${close}"?`;
  throw new ConfigError("config-unknown-key", `${basename(file)} has an unknown key "${prefix}${unknown}"`, {
    hint,
  });
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutUndefined<T extends object>(said: T): Defined<T> {
  // Only keys with a value are left, which is what the type says.
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Defined<T>;
}
