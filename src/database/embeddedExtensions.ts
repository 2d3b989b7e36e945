import type { Extension } from "@electric-sql/pglite";

const CREATE_EXTENSION = /\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?(?:"([^"]+)"|([\w-]+))/gi;

/** The names of the extensions that texts create, in SQL or in a revision file. */
export function extensionsCreatedIn(texts: readonly string[]): readonly string[] {
  const found = texts.flatMap((text) =>
    [...text.matchAll(CREATE_EXTENSION)].flatMap(([, quoted, plain]) => quoted ?? plain?.toLowerCase() ?? []),
  );
  return [...new Set(found)].sort();
}

/**
 * Loads extensions for the embedded Postgres, which has all of Postgres's own contrib modules that need no server
 * around them, but must be given them when it starts. Those that it does not have are left out: CREATE EXTENSION then
 * says so.
 */
export async function loadExtensions(names: readonly string[]): Promise<Record<string, Extension>> {
  const loaded = await Promise.all(names.map(async (name) => [name, await load(name)] as const));
  return Object.fromEntries(
    loaded.flatMap(([name, extension]) => (extension === null ? [] : [[name, extension]])),
  );
}

async function load(name: string): Promise<Extension | null> {
  const file = name.replaceAll("-", "_");
  if (!/^\w+$/.test(file)) return null;
  try {
    const module = (await import(`@electric-sql/pglite/contrib/${file}`)) as Readonly<
      Record<string, Extension>
    >;
    return module[file] ?? null;
  } catch {
    return null;
  }
}
