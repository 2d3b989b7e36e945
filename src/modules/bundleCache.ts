import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { getTsconfig } from "get-tsconfig";
import type { Bundle, PackageUse } from "./bundle.ts";
import { nearestManifest } from "./packageManifest.ts";

/** A bundle as a file that can be imported. */
export interface StoredBundle {
  readonly path: string;
  /** The folder to remove after the import, where the bundle could not be kept. */
  readonly temporary?: string | undefined;
}

/** What a bundle was made from; equal states give equal bundles. */
interface State {
  readonly inputs: readonly string[];
  readonly packages: readonly PackageUse[];
  readonly hash: string;
}

/** Changes whenever bundles are made differently. */
const FORMAT = 2;
const FOOTER = "\n//# limbeck ";

/** The bundle of an earlier run, if nothing that went into it has changed since. */
export async function readCachedBundle(
  files: readonly string[],
  cacheDir: string,
): Promise<StoredBundle | null> {
  const path = bundlePath(files, cacheDir);
  try {
    const code = await readFile(path, "utf8");
    const state = parseState(code.slice(code.lastIndexOf(FOOTER) + FOOTER.length));
    return state !== null && (await hashState(state)) === state.hash ? { path } : null;
  } catch {
    return null;
  }
}

/** Keeps a bundle for later runs; in a temporary folder of its own where the project cannot be written. */
export async function storeBundle(
  files: readonly string[],
  bundle: Bundle,
  cacheDir: string,
): Promise<StoredBundle> {
  const sources = { inputs: bundle.inputs, packages: distinct(bundle.packages) };
  const state: State = { ...sources, hash: await hashState(sources) };
  const text = `${bundle.code}${FOOTER}${JSON.stringify(state)}\n`;
  try {
    await prepareFolder(cacheDir);
    return { path: await storeFiles(bundlePath(files, cacheDir), text, bundle.map) };
  } catch {
    // A name that nobody can foresee, since the file is about to be executed.
    const temporary = await mkdtemp(join(tmpdir(), "limbeck-"));
    return { path: await storeFiles(join(temporary, "bundle.mjs"), text, bundle.map), temporary };
  }
}

async function storeFiles(path: string, text: string, map: string): Promise<string> {
  await replaceFile(`${path}.map`, map);
  return replaceFile(path, text);
}

/** One file for each set of modules, so that old bundles do not pile up. */
function bundlePath(files: readonly string[], cacheDir: string): string {
  const name = sha256([String(FORMAT), process.version, ...files]).slice(0, 16);
  return join(cacheDir, `models-${name}.mjs`);
}

/** Creates the cache folder, and keeps the `.limbeck` folder around it out of version control. */
async function prepareFolder(cacheDir: string): Promise<void> {
  await mkdir(cacheDir, { recursive: true });
  const parent = dirname(cacheDir);
  const ignored = basename(parent) === ".limbeck" ? join(parent, ".gitignore") : join(cacheDir, ".gitignore");
  if (!existsSync(ignored)) await writeFile(ignored, "*\n");
}

/** Writes beside the file and renames, so that another process never reads half of it. */
async function replaceFile(path: string, text: string): Promise<string> {
  const draft = `${path}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    await writeFile(draft, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return path;
}

/** Contents and not times: a checkout, a copy or a container may give an edited file any time. */
async function hashState({ inputs, packages }: Omit<State, "hash">): Promise<string> {
  const folders = [...new Set(inputs.map((input) => dirname(input)))];
  const states = await Promise.all([
    ...inputs.map(async (input) => sha256([await readFile(input)])),
    ...folders.map(stateOfFolder),
    ...packages.map(stateOfPackage),
  ]);
  return sha256([...states, ...compilerOptions(folders)]);
}

/** A new file may be what an import means from now on; package.json decides on `#imports` and module types. */
async function stateOfFolder(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => /\.(?:[cm]?[jt]sx?|json)$/.test(name)).sort();
  const manifest = await readFile(nearestManifest(folder)).catch(() => "");
  return sha256([...names, manifest]);
}

/** tsconfig, with what it extends, decides on path aliases and on syntax. */
function compilerOptions(folders: readonly string[]): readonly string[] {
  const cache = new Map<string, unknown>();
  return [...new Set(folders.map((folder) => optionsIn(folder, cache)))];
}

function optionsIn(folder: string, cache: Map<string, unknown>): string {
  try {
    const found = getTsconfig(folder, "tsconfig.json", cache);
    return JSON.stringify([found?.path, found?.config.compilerOptions]);
  } catch (error) {
    // What it extends is not installed here, and esbuild does without.
    return `${String(error)}\n${readFileSync(nearestManifest(folder, "tsconfig.json"), "utf8")}`;
  }
}

/** Where the package is found today, and its version: another one may want other files imported. */
async function stateOfPackage({ folder, specifier, file }: PackageUse): Promise<string> {
  const root = packageFolder(folder, specifier);
  const manifest = root === null ? "" : await readFile(join(root, "package.json")).catch(() => "");
  return sha256([
    folder,
    specifier,
    file,
    root === null ? "" : await realpath(root),
    manifest,
    String(existsSync(file)),
  ]);
}

function packageFolder(folder: string, specifier: string): string | null {
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  const candidate = join(folder, "node_modules", name);
  if (existsSync(candidate)) return candidate;
  return folder === dirname(folder) ? null : packageFolder(dirname(folder), specifier);
}

function distinct(packages: readonly PackageUse[]): readonly PackageUse[] {
  const byKey = new Map(packages.map((use) => [`${use.folder}\0${use.specifier}\0${use.file}`, use]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

function parseState(text: string): State | null {
  try {
    // Written by storeBundle; anything else fails the hash.
    return JSON.parse(text) as State;
  } catch {
    return null;
  }
}

function sha256(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex");
}
