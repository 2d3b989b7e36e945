import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { ConfigError } from "../errors.ts";

/** The configuration files of a project; at least one is there. */
export interface ConfigFiles {
  /** The folder that every path in them is relative to. */
  readonly root: string;
  readonly drizzle: string | undefined;
  readonly limbeck: string | undefined;
}

const EXTENSIONS = ["ts", "js", "mjs", "cjs", "mts", "cts", "json"];

/** Finds the configuration: the file or folder `config`, else the nearest folder from `cwd` upwards that has one. */
export function findConfig(cwd: string, config?: string): ConfigFiles {
  return config === undefined ? walkUp(cwd) : at(resolve(cwd, config));
}

function walkUp(cwd: string): ConfigFiles {
  let folder = resolve(cwd);
  for (;;) {
    const found = inFolder(folder);
    if (found !== null) return found;
    const parent = dirname(folder);
    if (parent === folder)
      throw missing(`No drizzle.config or limbeck.config was found in ${resolve(cwd)} or above it`);
    folder = parent;
  }
}

function at(path: string): ConfigFiles {
  if (!existsSync(path)) throw missing(`The configuration file ${path} does not exist`);
  if (statSync(path).isDirectory()) {
    const found = inFolder(path);
    if (found !== null) return found;
    throw missing(`The folder ${path} has neither a drizzle.config nor a limbeck.config`);
  }
  const root = dirname(path);
  if (basename(path).startsWith("limbeck")) return { root, limbeck: path, drizzle: first(root, "drizzle") };
  return { root, drizzle: path, limbeck: first(root, "limbeck") };
}

function inFolder(root: string): ConfigFiles | null {
  const drizzle = first(root, "drizzle");
  const limbeck = first(root, "limbeck");
  return drizzle === undefined && limbeck === undefined ? null : { root, drizzle, limbeck };
}

function first(folder: string, tool: string): string | undefined {
  const candidates = EXTENSIONS.map((extension) => join(folder, `${tool}.config.${extension}`));
  return candidates.find((candidate) => existsSync(candidate));
}

function missing(message: string): ConfigError {
  const hint = "Run the command inside a Drizzle project, name the file with --config, or run: limbeck init";
  return new ConfigError("config-missing", message, { hint });
}
