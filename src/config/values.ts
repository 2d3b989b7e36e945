import { basename } from "node:path";
import { ConfigError } from "../errors.ts";

/** The object that a configuration file exports, not yet checked. */
export interface Section {
  readonly values: Readonly<Record<string, unknown>>;
  /** Absolute path, for messages. */
  readonly file: string;
}

/** A string, or nothing. */
export function optionalString({ values, file }: Section, key: string): string | undefined {
  const value = values[key];
  if (value === undefined || typeof value === "string") return value;
  throw invalid(file, key, "a string");
}

/** A string or a list of strings as a list, or nothing. */
export function optionalStrings({ values, file }: Section, key: string): readonly string[] | undefined {
  const value = values[key];
  if (value === undefined) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const strings = list.filter((item) => typeof item === "string");
  if (strings.length === list.length) return strings;
  throw invalid(file, key, "a string or a list of strings");
}

/** True or false, or nothing. */
export function optionalBoolean({ values, file }: Section, key: string): boolean | undefined {
  const value = values[key];
  if (value === undefined || typeof value === "boolean") return value;
  throw invalid(file, key, "true or false");
}

/** The extensions that `extensionsFilters` names; drizzle-kit knows one. */
export function extensions(section: Section): readonly "postgis"[] | undefined {
  const said = optionalStrings(section, "extensionsFilters");
  return said?.map((name) => {
    if (name === "postgis") return name;
    throw invalid(section.file, "extensionsFilters", '"postgis", or a list of it');
  });
}

/** One of a few words, or nothing. */
export function oneOf<T extends string>(
  { values, file }: Section,
  key: string,
  words: readonly T[],
): T | undefined {
  const value = values[key];
  if (value === undefined) return undefined;
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  throw invalid(file, key, words.map((word) => `"${word}"`).join(" or "));
}

/** An object, or nothing. */
export function optionalObject({ values, file }: Section, key: string): Section | undefined {
  const value = values[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "object" && !Array.isArray(value)) return { values: { ...value }, file };
  throw invalid(file, key, "an object");
}

/** The refusal of a value that is not what it must be. */
export function invalid(file: string, key: string, wanted: string): ConfigError {
  return new ConfigError("config-invalid", `"${key}" in ${basename(file)} must be ${wanted}`);
}
