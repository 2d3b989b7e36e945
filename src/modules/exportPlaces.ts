import { readFile } from "node:fs/promises";
import { SourceMap, type SourceMapPayload } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { readCachedBundle } from "./bundleCache.ts";
import type { LoadOptions } from "./load.ts";

/** Where the value of an export is declared, through whatever files it is exported again. */
export interface ExportPlace {
  readonly file: string;
  readonly line: number;
}

/** Finds an export of one of the modules that were loaded together. */
export type FindExport = (file: string, name: string) => ExportPlace | undefined;

/**
 * Finds the declarations of exports in the bundle that modules were loaded from, whose source map knows the user's
 * lines. Without a bundle that is kept, nothing is found.
 */
export async function exportPlaces(files: readonly string[], options: LoadOptions): Promise<FindExport> {
  const { root, cacheDir = join(root, ".limbeck", "cache") } = options;
  const bundle = await readCachedBundle(files, cacheDir).catch(() => null);
  if (bundle === null) return () => undefined;
  const [code, map] = await Promise.all(
    [bundle.path, `${bundle.path}.map`].map((path) => readFile(path, "utf8")),
  );
  if (code === undefined || map === undefined) return () => undefined;
  // esbuild wrote it.
  const sources = new SourceMap(JSON.parse(map) as SourceMapPayload);
  return (file, name) => {
    const local = localName(code, files.indexOf(file), name);
    const at = local === undefined ? -1 : code.search(declarationOf(local));
    return at < 0 ? undefined : originalPlace(sources, code, at, cacheDir);
  };
}

/** esbuild lists what a module exports, under whatever name, as `name: () => local`. */
function localName(code: string, module: number, name: string): string | undefined {
  const namespace = new RegExp(String.raw`^ {2}(\S+) as m${module},?$`, "m").exec(code)?.[1];
  if (namespace === undefined) return undefined;
  const start = code.indexOf(`\n__export(${namespace}, {\n`);
  if (start < 0) return undefined;
  const list = code.slice(start, code.indexOf("\n});", start));
  const key = `(?:${escaped(name)}|${escaped(JSON.stringify(name))})`;
  return new RegExp(String.raw`^ {2}${key}: \(\) => (\S+?),?$`, "m").exec(list)?.[1];
}

/** A declaration at the top of the bundle, destructuring included. */
function declarationOf(local: string): RegExp {
  const name = escaped(local);
  const [before, after] = [String.raw`(?<![\w$])`, String.raw`(?![\w$])`];
  return new RegExp(
    String.raw`^(?:(?:var|let|const|class|(?:async )?function\*?) ${name}${after}|(?:var|let|const) [{[][^=\n]*${before}${name}${after}[^=\n]*=)`,
    "m",
  );
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function originalPlace(
  sources: SourceMap,
  code: string,
  at: number,
  cacheDir: string,
): ExportPlace | undefined {
  const entry = sources.findEntry(code.slice(0, at).split("\n").length - 1, 0);
  if (!("originalSource" in entry)) return undefined;
  const { originalSource, originalLine } = entry;
  const path = originalSource.startsWith("file:") ? fileURLToPath(originalSource) : originalSource;
  return { file: resolve(cacheDir, path), line: originalLine + 1 };
}
