import { readFile } from "node:fs/promises";
import { dirname, extname, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  Loader,
  OnLoadArgs,
  OnLoadResult,
  OnResolveArgs,
  OnResolveResult,
  Plugin,
  PluginBuild,
} from "esbuild";
import type { PackageUse } from "./bundle.ts";
import { manifestField, nearestManifest } from "./packageManifest.ts";

const IN_NODE_MODULES = `${sep}node_modules${sep}`;
/** Marks our own question to esbuild's resolver, which comes back to us first. */
const ASKED = Symbol("asked");

/**
 * The user's own modules become part of the bundle; what lies in node_modules stays outside, at the very file that
 * esbuild's resolver finds from the module that imports it. So the user's drizzle-orm is the one that is used.
 */
export function userModules(packages: PackageUse[]): Plugin {
  return {
    name: "limbeck-user-modules",
    setup(build) {
      build.onResolve({ filter: /.*/ }, (args) => resolveImport(build, args, packages));
      build.onLoad({ filter: /.*/, namespace: "cjs" }, ({ path }) => ({
        contents: `module.exports = require(${JSON.stringify(path)});`,
        loader: "js",
        resolveDir: dirname(path),
      }));
      build.onLoad({ filter: /\.[cm]?[jt]sx?$/ }, loadUserModule);
    },
  };
}

async function resolveImport(
  build: PluginBuild,
  args: OnResolveArgs,
  packages: PackageUse[],
): Promise<OnResolveResult | null> {
  if (args.pluginData === ASKED || args.kind === "entry-point" || args.resolveDir === "") return null;
  // The shim for a CommonJS package asks Node for the file.
  if (args.namespace === "cjs") return { path: args.path, external: true };
  const { importer, namespace, resolveDir, kind } = args;
  const found = await build.resolve(args.path, { importer, namespace, resolveDir, kind, pluginData: ASKED });
  // Left to esbuild, which also knows when a failure does not matter (require inside try).
  if (found.errors.length > 0) return null;
  if (found.external || found.namespace !== "file" || !staysOutside(args.path, found.path)) return found;
  packages.push({ folder: resolveDir, specifier: args.path, file: found.path });
  return outside(found.path, kind);
}

/** Node itself loads packages, except for what only a bundler can: TypeScript, and JSON without an attribute. */
function staysOutside(specifier: string, path: string): boolean {
  const own = specifier === "limbeck" || specifier.startsWith("limbeck/");
  return (own || path.includes(IN_NODE_MODULES)) && /^\.(?:[cm]?js|node)$/.test(extname(path));
}

function outside(path: string, kind: OnResolveArgs["kind"]): OnResolveResult {
  if (kind === "require-call" || kind === "require-resolve") return { path, external: true };
  // A bundler lets `import { x }` name any property of a CommonJS module; Node only those it can foresee.
  if (isCommonJs(path)) return { path, namespace: "cjs" };
  return { path: pathToFileURL(path).href, external: true };
}

function isCommonJs(path: string): boolean {
  if (extname(path) !== ".js") return extname(path) !== ".mjs";
  return manifestField(nearestManifest(dirname(path)), "type") !== "module";
}

const MENTIONS_PLACE = /\b(?:__dirname|__filename|import\.meta)\b/;

/** Modules that ask where they are get the answer for their own file, not for the bundle. */
async function loadUserModule({ path, namespace }: OnLoadArgs): Promise<OnLoadResult | null> {
  if (namespace !== "file") return null;
  const text = await readFile(path, "utf8");
  if (!MENTIONS_PLACE.test(text)) return { contents: text, loader: loaderOf(path) };
  return { contents: await withPlace(text, path), loader: "jsx" };
}

async function withPlace(text: string, path: string): Promise<string> {
  const { transform } = await import("esbuild");
  const [file, folder, url] = [path, dirname(path), pathToFileURL(path).href].map((value) =>
    JSON.stringify(value),
  );
  const define = {
    __filename: file ?? "",
    __dirname: folder ?? "",
    "import.meta.url": url ?? "",
    "import.meta.filename": file ?? "",
    "import.meta.dirname": folder ?? "",
  };
  const options = {
    loader: loaderOf(path),
    define,
    sourcefile: path,
    sourcemap: "inline",
    jsx: "preserve",
    logLevel: "silent",
  } as const;
  try {
    return (await transform(text, options)).code;
  } catch {
    // The bundler reports what is wrong, with the line.
    return text;
  }
}

function loaderOf(path: string): Loader {
  const extension = extname(path).replace(/^\.[cm]/, ".");
  if (extension === ".ts") return "ts";
  // esbuild, too, takes JSX in plain .js where tsconfig or the file says so; being lenient costs nothing.
  return extension === ".tsx" ? "tsx" : "jsx";
}
