import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Whether drizzle-kit keeps its migrations in a folder: `meta/_journal.json` and .sql files, or since 1.0 a folder for each. */
export function holdsKitFiles(folder: string): boolean {
  if (!isFolder(folder)) return false;
  if (existsSync(join(folder, "meta", "_journal.json"))) return true;
  const names = readdirSync(folder);
  return names.some((name) => name.endsWith(".sql") || existsSync(join(folder, name, "migration.sql")));
}

const NAMES = ["migrations", "revisions", "limbeck"];

/** A folder in the project that drizzle-kit does not use. */
export function freeFolder(root: string): string {
  const folders = NAMES.map((name) => join(root, name));
  return (
    folders.find((folder) => !existsSync(folder)) ??
    folders.find((folder) => !holdsKitFiles(folder)) ??
    join(root, "limbeck-revisions")
  );
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
