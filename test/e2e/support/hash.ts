import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** What a folder holds, one line for each file: path, mode and content. node_modules and Limbeck's cache do not count. */
export function folderState(folder: string): readonly string[] {
  return existsSync(folder) ? linesIn(folder, "") : [];
}

function linesIn(folder: string, prefix: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name !== "node_modules" && name !== ".limbeck");
  return names.sort().flatMap((name) => linesOf(join(folder, name), prefix + name));
}

function linesOf(path: string, name: string): readonly string[] {
  const stat = lstatSync(path);
  if (stat.isDirectory()) return [`${name}/`, ...linesIn(path, `${name}/`)];
  const content = stat.isSymbolicLink() ? readlinkSync(path) : readFileSync(path);
  return [`${name} ${stat.mode.toString(8)} ${createHash("sha256").update(content).digest("hex")}`];
}
