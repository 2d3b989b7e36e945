import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const OWN_FOLDER = ".limbeck";

/** Where a folder lies in Limbeck's own `.limbeck`, makes git ignore all of that. Any other folder is the user's to ignore. */
export async function ignoreByGit(folder: string): Promise<void> {
  const parts = path.resolve(folder).split(path.sep);
  const depth = parts.lastIndexOf(OWN_FOLDER);
  if (depth === -1) return;
  const own = parts.slice(0, depth + 1).join(path.sep);
  await mkdir(own, { recursive: true });
  await writeFile(path.join(own, ".gitignore"), "*\n", { flag: "wx" }).catch(ifMissing);
}

/** A file that is there already is the user's own choice. */
function ifMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
}
