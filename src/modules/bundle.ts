import { pathToFileURL } from "node:url";
import { join, resolve } from "node:path";
import { build, type BuildFailure, type Message, type Metafile } from "esbuild";
import { userModules } from "./bundlePlugin.ts";
import { ModuleLoadError } from "./moduleLoadError.ts";

/** One ES module of everything that is the user's own. */
export interface Bundle {
  readonly code: string;
  /** Its source map, whose sources are relative to the cache folder. */
  readonly map: string;
  /** Absolute paths of the files that went into it. */
  readonly inputs: readonly string[];
  /** Packages it imports from node_modules: from which folder, and the file that was found. */
  readonly packages: readonly PackageUse[];
}

/** A package that a folder's modules import. */
export interface PackageUse {
  readonly folder: string;
  readonly specifier: string;
  readonly file: string;
}

/** What a schema module may import for other tools' sake, and never needs here. */
const ASSETS = [
  ".css",
  ".scss",
  ".sass",
  ".less",
  ".svg",
  ".png",
  ".jpg",
  ".jpeg",
  ".gif",
  ".webp",
  ".woff",
  ".woff2",
];

/** Bundles the modules into one that exports the namespace of the first as `m0`, and so on. */
export async function bundleModules(
  files: readonly string[],
  root: string,
  cacheDir: string,
): Promise<Bundle> {
  const packages: PackageUse[] = [];
  const entry = files.map((file, i) => `export * as m${i} from ${JSON.stringify(file)};`).join("\n");
  try {
    const { outputFiles, metafile } = await build({
      stdin: { contents: entry, resolveDir: root, sourcefile: "limbeck-entry.js", loader: "js" },
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      target: "node20",
      jsx: "automatic",
      // A map within the bundle would be read and scanned with it at every run, and only errors need it.
      sourcemap: "external",
      sourcesContent: false,
      absWorkingDir: root,
      // Sources in the map are relative to the folder of the bundle.
      outfile: join(cacheDir, "bundle.mjs"),
      charset: "utf8",
      logLevel: "silent",
      loader: Object.fromEntries(ASSETS.map((extension) => [extension, "empty"])),
      banner: { js: requireBanner(root) },
      plugins: [userModules(packages)],
    });
    const textOf = (ending: string): string =>
      outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";
    return { code: textOf(".mjs"), map: textOf(".map"), inputs: inputsOf(metafile, root), packages };
  } catch (error) {
    throw isBuildFailure(error) ? toLoadError(error, root) : error;
  }
}

/** `require` for CommonJS code in the bundle; esbuild's own stand-in looks for this name. */
function requireBanner(root: string): string {
  const base = JSON.stringify(pathToFileURL(join(root, "limbeck-bundle.js")).href);
  return `import { createRequire as __limbeckCreateRequire } from "node:module"; const require = __limbeckCreateRequire(${base});`;
}

function inputsOf(metafile: Metafile, root: string): readonly string[] {
  // Keys of other name spaces have a prefix (`cjs:/path`); the entry is not a file.
  const paths = Object.keys(metafile.inputs).filter(
    (input) => input !== "limbeck-entry.js" && !/^[\w-]{2,}:/.test(input),
  );
  return paths.map((input) => resolve(root, input)).sort();
}

/** What to do about an import that leads nowhere; esbuild would speak of its own options. */
function unresolvedHint(problem: string): string | undefined {
  const specifier = /^Could not resolve "([^"]+)"/.exec(problem)?.[1];
  if (specifier === undefined) return undefined;
  if (/^[./]/.test(specifier)) return "Correct the path of the import, or bring the file back.";
  if (specifier.startsWith("#")) return 'Add it to "imports" in package.json, or correct the import.';
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return `Install the package ${name}, correct the import, or add its alias to "paths" in tsconfig.json.`;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return (
    error instanceof Error && "errors" in error && Array.isArray(error.errors) && error.errors.length > 0
  );
}

function toLoadError(failure: BuildFailure, root: string): ModuleLoadError {
  const [first] = failure.errors;
  const { text, location }: Pick<Message, "text" | "location"> = first ?? {
    text: failure.message,
    location: null,
  };
  const isEntry = location === null || location.file.endsWith("limbeck-entry.js");
  return new ModuleLoadError(root, {
    problem: text.split("\n")[0] ?? text,
    file: isEntry ? undefined : resolve(root, location.file),
    line: isEntry ? undefined : location.line,
    hint: unresolvedHint(text) ?? first?.notes[0]?.text.split("\n")[0],
    cause: failure,
  });
}
