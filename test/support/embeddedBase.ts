import { existsSync, linkSync, mkdirSync, readdirSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { baseArchive } from "../../src/database/embeddedBase.ts";

/** Where the tests keep the fresh data directory of the embedded Postgres, which takes seconds to make. */
const FOLDER = join(tmpdir(), `limbeck-embedded-${userInfo().uid}`);

/** Makes the archive that `shareEmbeddedBase` gives to projects. */
export async function makeEmbeddedBase(): Promise<void> {
  await baseArchive(FOLDER);
}

/** Gives a project's cache the archive, as a first command of the user's would have left it there. */
export function shareEmbeddedBase(cacheDir: string): void {
  if (!existsSync(FOLDER)) return;
  mkdirSync(cacheDir, { recursive: true });
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".tar")))
    linkSync(join(FOLDER, file), join(cacheDir, file));
}
