import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { field } from "../catalog/equality.ts";

/** The package.json, or another manifest, that a folder's files belong to; the path in the root folder where there is none. */
export function nearestManifest(folder: string, name = "package.json"): string {
  const path = join(folder, name);
  return existsSync(path) || folder === dirname(folder) ? path : nearestManifest(dirname(folder), name);
}

/** A field of a package.json; undefined also where the file is absent or broken. */
export function manifestField(path: string, key: string): unknown {
  try {
    const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
    return typeof manifest === "object" && manifest !== null ? field(manifest, key) : undefined;
  } catch {
    return undefined;
  }
}
