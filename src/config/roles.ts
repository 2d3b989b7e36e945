import { basename } from "node:path";
import { ConfigError } from "../errors.ts";
import type { SharedSelection } from "../objects/selection.ts";
import { oneOf, optionalStrings, type Section } from "./values.ts";

/** Which roles are compared: none, all, or some by name; a provider's own roles are left alone. */
export type RolesOption =
  | boolean
  | {
      readonly provider?: "supabase" | "neon";
      readonly include?: string | readonly string[];
      readonly exclude?: string | readonly string[];
    };

// As in drizzle-kit 1.0.0-rc.5, whose list for Neon is the longer one.
const PROVIDERS = {
  supabase: [
    "anon",
    "authenticator",
    "authenticated",
    "service_role",
    "supabase_auth_admin",
    "supabase_storage_admin",
    "dashboard_user",
    "supabase_admin",
  ],
  neon: [
    "authenticated",
    "anonymous",
    "neon_superuser",
    "cloud_admin",
    "zenith_admin",
    "none",
    "neon_service",
  ],
} as const;

/** Reads the option `roles`: null for no roles, undefined where nothing is said. */
export function readRoles({ values, file }: Section, key: string): SharedSelection | null | undefined {
  const said = values["roles"];
  if (said === undefined) return undefined;
  if (typeof said === "boolean") return said ? { include: [], exclude: [] } : null;
  if (typeof said !== "object" || said === null || Array.isArray(said)) {
    const wanted = 'true, false, or an object with "provider", "include" and "exclude"';
    throw new ConfigError("config-invalid", `"${key}" in ${basename(file)} must be ${wanted}`);
  }
  const section = { values: { ...said }, file };
  const provider = oneOf(section, "provider", ["supabase", "neon"]);
  const include = optionalStrings(section, "include") ?? [];
  const exclude = [
    ...(optionalStrings(section, "exclude") ?? []),
    ...(provider === undefined ? [] : PROVIDERS[provider]),
  ];
  // An object that says nothing selects nothing, as with drizzle-kit.
  return include.length + exclude.length === 0 ? null : { include, exclude };
}
