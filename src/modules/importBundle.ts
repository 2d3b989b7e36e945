import { readFile, rm } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import { resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { StoredBundle } from "./bundleCache.ts";
import { ModuleLoadError } from "./moduleLoadError.ts";

type Namespaces = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

let imports = 0;

/** Imports a bundle, always anew: the user's modules may read the environment. ModuleLoadError names their line. */
export async function importBundle(
  { path, temporary }: StoredBundle,
  root: string,
  cacheDir: string,
): Promise<Namespaces> {
  imports += 1;
  const url = pathToFileURL(path).href;
  try {
    return (await import(`${url}?${imports}.mjs`)) as Namespaces;
  } catch (cause) {
    throw await toLoadError(cause, path, root, cacheDir);
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
  }
}

async function toLoadError(
  cause: unknown,
  path: string,
  root: string,
  cacheDir: string,
): Promise<ModuleLoadError> {
  const place = cause instanceof Error ? await originalPlace(cause.stack ?? "", path, root, cacheDir) : {};
  const message = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
  const cyclic = message.endsWith("before initialization");
  const hint = cyclic ? "Look for modules that import each other in a circle." : undefined;
  return new ModuleLoadError(root, {
    problem: `the module fails while it is imported: ${message}`,
    ...place,
    hint,
    cause,
  });
}

interface Place {
  readonly file?: string;
  readonly line?: number;
}

/** The first place of the stack that lies in a file of the user's own. */
async function originalPlace(stack: string, path: string, root: string, cacheDir: string): Promise<Place> {
  const places = stack.matchAll(
    /^\s*(?:at .*?\(?)?((?:file:|\/|[A-Z]:\\)[^()\n]*?)(?:\?\d+\.mjs)?:(\d+)(?::(\d+))?\)?$/gm,
  );
  for (const [, where = "", line = "", column = "1"] of places) {
    const file = toPath(where);
    const place =
      file === path
        ? await inBundle(path, cacheDir, Number(line), Number(column))
        : own(file, root, Number(line));
    if (place !== null) return place;
  }
  return {};
}

/** Where Node itself follows source maps (--enable-source-maps), the stack names the user's files already. */
function own(file: string, root: string, line: number): Place | null {
  return file.startsWith(root + sep) && !file.includes(`${sep}node_modules${sep}`) ? { file, line } : null;
}

async function inBundle(path: string, cacheDir: string, line: number, column: number): Promise<Place | null> {
  const map = await sourceMapOf(path);
  const entry = map?.findEntry(line - 1, column - 1);
  if (entry === undefined || !("originalSource" in entry)) return null;
  return { file: resolve(cacheDir, toPath(entry.originalSource)), line: entry.originalLine + 1 };
}

function toPath(place: string): string {
  return place.startsWith("file:") ? fileURLToPath(place) : place;
}

async function sourceMapOf(path: string): Promise<SourceMap | null> {
  const text = await readFile(`${path}.map`, "utf8").catch(() => null);
  // esbuild wrote it.
  return text === null ? null : new SourceMap(JSON.parse(text) as SourceMapPayload);
}
