import type { Session } from "../database/session.ts";
import { upgradeDatabase } from "../runtime/apply.ts";
import type { Workspace } from "./workspace.ts";

/** Applies every revision to an embedded Postgres in memory, which the workspace closes. */
export async function replay(workspace: Workspace): Promise<Session> {
  const [graph, session] = await Promise.all([workspace.graph(), workspace.scratch()]);
  await upgradeDatabase(session, graph, "heads", { versionTable: workspace.project.versionTable });
  return session;
}
