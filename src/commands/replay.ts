import { effectivePath } from "../database/judge.ts";
import { lazySession } from "../database/lazySession.ts";
import type { Session } from "../database/session.ts";
import { readCatalogText, type CatalogText, type ReadOptions } from "../database/toCatalog.ts";
import { upgradeDatabase } from "../runtime/apply.ts";
import { replayCache } from "./replayCache.ts";
import type { Workspace } from "./workspace.ts";

/** Applies every revision to an embedded Postgres in memory, which the workspace closes. */
export async function replay(workspace: Workspace): Promise<Session> {
  const [graph, session] = await Promise.all([workspace.graph(), workspace.scratch()]);
  await upgradeDatabase(session, graph, "heads", { versionTable: workspace.project.versionTable });
  return session;
}

/** What the revisions make, and where they have been applied. */
export interface Replayed {
  /** Where an earlier replay is known, the revisions are applied once this is used. */
  readonly session: Session;
  readonly text: CatalogText;
  /** The schemas that unqualified names are looked for in. */
  path(): Promise<unknown>;
}

/** Reads what the revisions make, which is replayed only where it is not known from before. */
export async function replayedCatalog(workspace: Workspace, options: ReadOptions): Promise<Replayed> {
  const cache = await replayCache(workspace, options);
  const kept = await cache.read();
  if (kept !== null) {
    const session = lazySession(kept.facts, () => replay(workspace));
    return { session, text: kept.text, path: async () => kept.path };
  }
  const session = await replay(workspace);
  const text = await readCatalogText(session, options);
  const path = await effectivePath(session);
  const { target, serverVersion, embedded } = session;
  await cache.write({ facts: { target, serverVersion, embedded }, path, text });
  return { session, text, path: async () => path };
}
