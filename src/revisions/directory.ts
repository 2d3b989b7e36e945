import type { Dirent } from "node:fs";
import { readFile, readdir, realpath, stat } from "node:fs/promises";
import { join, resolve as absolute, sep } from "node:path";
import { ConfigError, RevisionError } from "../errors.ts";
import type { LoadedModule, LoadOptions } from "../modules/load.ts";
import { buildGraph, type RevisionGraph } from "./graph.ts";
import { toRevision, type Revision } from "./revision.ts";

/** Loads TypeScript and JavaScript files in one module graph; `src/modules/load.ts` has the real one. */
export type LoadModules = (
  files: readonly string[],
  options: LoadOptions,
) => Promise<readonly LoadedModule[]>;

/**
 * Reads all revisions of a folder; one that does not exist has none. Throws RevisionError where a file is not a valid
 * revision, where it does not belong there, or where the revisions do not form a graph.
 */
export async function readRevisions(
  dir: string,
  loadModules: LoadModules,
  options: LoadOptions,
): Promise<RevisionGraph> {
  const files = await revisionFilesIn(absolute(dir));
  const sources = new Map(
    await Promise.all(files.map(async (file) => [file, await sourceOf(file)] as const)),
  );
  const modules = files.length === 0 ? [] : await loadAll(files, (some) => loadModules(some, options));
  return buildGraph(
    modules.map(({ file, exports }): Revision => toRevision(file, sources.get(file) ?? "", exports)),
  );
}

const REVISION = /\.(?:ts|mts|js|mjs)$/;
// What compilers, packages and people put beside revisions. Everything else would be forgotten silently: a .sql file
// of another tool, a .cts file, an editor's copy.
const IGNORED = /^[._]|\.d\.m?ts$|\.map$|\.md$|^(?:package|tsconfig)\.json$/;

/** Absolute paths of the files that must be revisions, sorted by name. */
async function revisionFilesIn(dir: string): Promise<readonly string[]> {
  const entries = await listFolder(dir);
  const files = entries.filter((entry) => !entry.isDirectory() && !IGNORED.test(entry.name));
  const stray = files.filter(({ name }) => !REVISION.test(name)).map(({ name }) => name);
  if (stray.length > 0) throw strayFiles(dir, stray.toSorted());
  const paths = files.map(({ name }) => join(dir, name)).toSorted();
  const real = files.some((entry) => entry.isSymbolicLink()) ? await realpath(dir) : dir;
  await Promise.all(
    files.filter((entry) => entry.isSymbolicLink()).map(({ name }) => checkLink(real, join(dir, name))),
  );
  return paths;
}

async function listFolder(dir: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(dir, { withFileTypes: true });
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
    if (code === "ENOENT") return [];
    const problem = code === "ENOTDIR" ? "is not a folder" : `cannot be read (${code})`;
    const hint = "Name a folder for the migrations in the configuration.";
    throw new ConfigError("migrations-folder", `The migrations folder ${dir} ${problem}.`, { cause, hint });
  }
}

async function checkLink(folder: string, link: string): Promise<void> {
  const target = await realpath(link).catch(() => null);
  if (target !== null && target.startsWith(folder + sep) && (await stat(target)).isFile()) return;
  const where = target === null ? "to nothing" : "outside the migrations folder";
  throw new RevisionError(
    "revision-outside-folder",
    `The revision file ${link} is a link that leads ${where}.`,
    {
      hint: "Replace the link by the file itself.",
      data: { file: link },
    },
  );
}

async function sourceOf(file: string): Promise<string> {
  const source = await readFile(file, "utf8");
  if (source.replace(/^\uFEFF/, "").trim() !== "") return source;
  throw new RevisionError("revision-empty", `The revision file ${file} is empty.`, {
    hint: "Bring its content back, or remove the file if it was never applied.",
    data: { file },
  });
}

type LoadSome = (files: readonly string[]) => Promise<readonly LoadedModule[]>;

/** One bundle for all; only where that fails without naming the file, one for each. */
async function loadAll(files: readonly string[], load: LoadSome): Promise<readonly LoadedModule[]> {
  try {
    return await load(files);
  } catch (cause) {
    const named = cause instanceof Error && "file" in cause && files.find((file) => file === cause.file);
    if (typeof named === "string") throw unloadable(named, cause);
    for (const file of files)
      await load([file]).catch((own: unknown) => Promise.reject(unloadable(file, own)));
    throw cause;
  }
}

function unloadable(file: string, cause: unknown): RevisionError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const [line = "unknown reason"] = reason.split("\n").filter((text) => text.trim() !== "");
  return new RevisionError("revision-load", `The revision file ${file} cannot be loaded: ${line.trim()}`, {
    cause,
    hint: "Correct the file; `npx tsc --noEmit` shows more of what is wrong with it.",
    data: { file },
  });
}

function strayFiles(dir: string, names: readonly string[]): RevisionError {
  const what = names.length === 1 ? "a file that is no revision" : "files that are no revisions";
  const sql = names.some((name) => name.endsWith(".sql"));
  const other = sql ? "; the .sql files of another tool need a folder of their own" : "";
  return new RevisionError(
    "revision-stray-file",
    `The migrations folder ${dir} holds ${what}: ${names.join(", ")}.`,
    {
      hint: `Move what is no revision to a sub-folder, or begin its name with "_"${other}.`,
      data: { files: names.map((name) => join(dir, name)) },
    },
  );
}
