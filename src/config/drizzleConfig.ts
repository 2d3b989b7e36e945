import { basename } from "node:path";
import { ConfigError } from "../errors.ts";
import type { SharedSelection } from "../objects/selection.ts";
import { readCredentials, type Credentials } from "./credentials.ts";
import {
  extensions,
  oneOf,
  optionalObject,
  optionalString,
  optionalStrings,
  type Section,
} from "./values.ts";
import { readRoles } from "./roles.ts";

/** What Limbeck takes from `drizzle.config`; its other keys are Drizzle's business. */
export interface DrizzleConfig {
  readonly schema: readonly string[] | undefined;
  readonly out: string | undefined;
  readonly casing: "snake_case" | "camelCase" | undefined;
  readonly schemaFilter: readonly string[] | undefined;
  readonly tablesFilter: readonly string[] | undefined;
  readonly extensionsFilters: readonly "postgis"[] | undefined;
  /** `entities.roles`; null for none. */
  readonly roles: SharedSelection | null;
  readonly credentials: Credentials | undefined;
  /** Where drizzle-kit keeps its own history. */
  readonly migrationsTable: { readonly schema: string; readonly name: string };
}

/** Checks what a `drizzle.config` file exports. */
export function readDrizzleConfig(section: Section, root: string): DrizzleConfig {
  assertPostgres(section);
  const migrations = optionalObject(section, "migrations");
  const entities = optionalObject(section, "entities");
  return {
    schema: optionalStrings(section, "schema"),
    out: optionalString(section, "out"),
    casing: oneOf(section, "casing", ["snake_case", "camelCase"]),
    schemaFilter: optionalStrings(section, "schemaFilter"),
    tablesFilter: optionalStrings(section, "tablesFilter"),
    extensionsFilters: extensions(section),
    roles: (entities && readRoles(entities, "entities.roles")) ?? null,
    credentials: readCredentials(section, root),
    migrationsTable: {
      schema: (migrations && optionalString(migrations, "schema")) ?? "drizzle",
      name: (migrations && optionalString(migrations, "table")) ?? "__drizzle_migrations",
    },
  };
}

function assertPostgres({ values, file }: Section): void {
  const dialect = values["dialect"];
  if (dialect === "postgresql") return;
  const said = dialect === undefined ? "names no dialect" : `has the dialect ${JSON.stringify(dialect)}`;
  const hint = 'Limbeck works with dialect: "postgresql" only.';
  throw new ConfigError("config-dialect", `${basename(file)} ${said}`, { hint });
}
