import { join } from "node:path";
import { readCachedBundle, storeBundle, type StoredBundle } from "./bundleCache.ts";
import { importBundle } from "./importBundle.ts";

export { ModuleLoadError } from "./moduleLoadError.ts";

/** A module of the user's, loaded. */
export interface LoadedModule {
  /** Absolute path, as it was asked for. */
  readonly file: string;
  readonly exports: Readonly<Record<string, unknown>>;
}

/** The project's folder, and where bundles are kept. */
export interface LoadOptions {
  /** Folder that messages show paths from, and that the cache lies below. */
  readonly root: string;
  /** Where bundles are kept between runs; `.limbeck/cache` below the root unless said. */
  readonly cacheDir?: string | undefined;
}

/**
 * Imports the user's modules, TypeScript or not, in one module graph, so that what two of them share is one object.
 * Runs their code anew at each call. Throws ModuleLoadError. Nothing is bundled where no input has changed.
 */
export async function loadModules(files: readonly string[], options: LoadOptions): Promise<LoadedModule[]> {
  if (files.length === 0) return [];
  const { root, cacheDir = join(root, ".limbeck", "cache") } = options;
  const bundle = (await readCachedBundle(files, cacheDir)) ?? (await build(files, root, cacheDir));
  const namespaces = await importBundle(bundle, root, cacheDir);
  return files.map((file, i) => ({ file, exports: namespaces[`m${i}`] ?? {} }));
}

async function build(files: readonly string[], root: string, cacheDir: string): Promise<StoredBundle> {
  // esbuild is loaded only where something is to be bundled.
  const { bundleModules } = await import("./bundle.ts");
  return storeBundle(files, await bundleModules(files, root, cacheDir), cacheDir);
}
