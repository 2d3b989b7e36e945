import { globSync, isDynamicPattern, type FileSystemAdapter } from "tinyglobby";

/**
 * The names that a list of globs selects, combined as drizzle-kit combines them: a name is out as soon as one pattern
 * after `!` names it; else it is in where a plain pattern names it, or where there is any pattern after `!` at all.
 * A plain name selects itself, whatever characters it has. Without patterns every name is in.
 */
export function selectNames(patterns: readonly string[], names: Iterable<string>): ReadonlySet<string> {
  const all = new Set(names);
  if (patterns.length === 0) return all;
  const parsed = patterns.map(parse);
  const hitBy = (negated: boolean): ReadonlySet<string> =>
    new Set(parsed.filter((one) => one.negated === negated).flatMap(({ glob }) => matching(glob, all)));
  const [named, refused] = [hitBy(false), hitBy(true)];
  const openToAll = parsed.some(({ negated }) => negated);
  return new Set([...all].filter((name) => !refused.has(name) && (openToAll || named.has(name))));
}

/** The names that patterns say one by one; undefined where one of them is a glob or negated. */
export function plainNames(patterns: readonly string[]): readonly string[] | undefined {
  const isPlain = patterns.every((pattern) => !pattern.startsWith("!") && !isDynamicPattern(pattern));
  return isPlain ? patterns : undefined;
}

/** Each further `!` takes the one before it back. */
function parse(pattern: string): { readonly negated: boolean; readonly glob: string } {
  const glob = pattern.replace(/^!+/, "");
  return { negated: (pattern.length - glob.length) % 2 === 1, glob };
}

const FOLDER = "/names";

function matching(glob: string, names: ReadonlySet<string>): readonly string[] {
  if (glob === "") return [];
  const options = { cwd: FOLDER, expandDirectories: false, deep: 0, fs: folderOf(names) };
  return [...globSync(glob, options), ...(names.has(glob) ? [glob] : [])];
}

/** tinyglobby matches what it finds in folders, so the names are shown to it as the files of one. */
function folderOf(names: ReadonlySet<string>): FileSystemAdapter {
  const entries = [...names].map((name) => ({
    name,
    isFile: () => true,
    isDirectory: () => false,
    isSymbolicLink: () => false,
  }));
  const list = (path: string): unknown => (path.replace(/\/$/, "").endsWith(FOLDER) ? entries : []);
  // Nothing else is asked of the entries, and nothing but this of the file system.
  return { readdirSync: list as unknown as NonNullable<FileSystemAdapter["readdirSync"]> };
}
