import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";
import { ConfigError } from "../errors.ts";

const MODULE = /\.[cm]?[jt]sx?$/;
const DECLARATION = /\.d\.[cm]?ts$/;

/**
 * The files that `schema` names, absolute and sorted: a path, a folder (its modules, one level deep, as drizzle-kit
 * reads it), or a glob. ConfigError where one of them names nothing.
 */
export function schemaFiles(
  patterns: readonly string[],
  root: string,
  configFile: string,
): readonly string[] {
  const found = patterns.flatMap((pattern) => {
    const files = filesOf(pattern, root);
    if (files.length === 0) throw matchesNothing(pattern, root, configFile);
    return files;
  });
  return [...new Set(found)].sort();
}

function filesOf(pattern: string, root: string): readonly string[] {
  const path = resolve(root, pattern);
  // Folder names may look like globs: `(app)` and `[id]` are common.
  if (existsSync(path)) return filesAt(path);
  if (!isDynamicPattern(pattern)) return [];
  // tinyglobby wants slashes, on Windows too.
  const matches = globSync(pattern.replaceAll("\\", "/"), { cwd: root, absolute: true, onlyFiles: false });
  return matches.flatMap((match) => filesAt(resolve(match), true));
}

function filesAt(path: string, byGlob = false): readonly string[] {
  if (statSync(path).isDirectory()) {
    const files = readdirSync(path)
      .filter(isModule)
      .map((name) => join(path, name));
    return files.filter((file) => statSync(file).isFile());
  }
  return !byGlob || isModule(path) ? [path] : [];
}

function isModule(name: string): boolean {
  return MODULE.test(name) && !DECLARATION.test(name);
}

function matchesNothing(pattern: string, root: string, configFile: string): ConfigError {
  const path = resolve(root, pattern);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const problem = isFolder
    ? "is a folder without TypeScript or JavaScript files"
    : "does not exist, or matches no file";
  const hint = `Paths are relative to ${root}.`;
  return new ConfigError("schema-missing", `The schema "${pattern}" in ${basename(configFile)} ${problem}`, {
    hint,
  });
}
