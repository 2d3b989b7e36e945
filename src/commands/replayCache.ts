import { readFile } from "node:fs/promises";
import path from "node:path";
import { pgliteVersion } from "../database/embeddedBase.ts";
import type { SessionFacts } from "../database/lazySession.ts";
import { catalogText, type CatalogText, type ReadOptions } from "../database/toCatalog.ts";
import { replaceFile, verdictKey } from "../database/verdictCache.ts";
import { version } from "./version.ts";
import type { Workspace } from "./workspace.ts";

/** What an earlier replay of the same revisions has made. */
export interface KeptReplay {
  readonly facts: SessionFacts;
  readonly path: unknown;
  readonly text: CatalogText;
}

/** Keeps the last replay of a project. */
export interface ReplayCache {
  /** null where there was none of these revisions. */
  read(): Promise<KeptReplay | null>;
  write(replay: KeptReplay): Promise<void>;
}

/** What revisions may import without any other file having a say in what they do. */
const IMPORT = /\b(?:from|import|require)\s*\(?\s*["'`]([^"'`]*)["'`]/g;
const HARMLESS = /^(?:limbeck|drizzle-orm)(?:\/|$)/;

const NOTHING: ReplayCache = { read: async () => null, write: async () => undefined };

/**
 * The replay of this project's revisions in `.limbeck/cache`, under a digest of all that decides what they make: their
 * own texts, both versions and what is read of it. Revisions that import other files or read the environment are
 * replayed every time, and so are all where a function decides what is read.
 */
export async function replayCache(workspace: Workspace, options: ReadOptions): Promise<ReplayCache> {
  const { cacheDir, versionTable } = workspace.project;
  const { schemas, invisible } = options;
  if (typeof schemas === "function" || invisible !== undefined) return NOTHING;
  const sources = await workspace.sources();
  if (sources.some(dependsOnMore)) return NOTHING;
  const key = verdictKey([FORMAT, version, await pgliteVersion(), versionTable, options, sources]);
  const file = path.join(cacheDir, "replay.json");
  return {
    read: () => read(file, key),
    write: async ({ facts, path: searchPath, text: { answer, digest } }) => {
      const content = JSON.stringify({ key, digest, facts, path: searchPath, answer });
      await replaceFile(file, content).catch(() => undefined);
    },
  };
}

/** Changes whenever something else is kept. */
const FORMAT = 1;

function dependsOnMore(source: string): boolean {
  if (/\bprocess\s*[.[]|\bimport\.meta\b|\bDate\s*[.(]|\bglobalThis\b/.test(source)) return true;
  return [...source.matchAll(IMPORT)].some(([, specifier = ""]) => !HARMLESS.test(specifier));
}

/** A file that is missing, of other revisions, or damaged is no replay. */
async function read(file: string, key: string): Promise<KeptReplay | null> {
  try {
    // Written by `write`; its digest tells.
    const kept = JSON.parse(await readFile(file, "utf8")) as Kept;
    if (kept.key !== key) return null;
    const text = catalogText(kept.answer);
    return text.digest === kept.digest ? { facts: kept.facts, path: kept.path, text } : null;
  } catch {
    return null;
  }
}

interface Kept extends Pick<KeptReplay, "facts" | "path"> {
  readonly key: string;
  readonly digest: string;
  readonly answer: CatalogText["answer"];
}
