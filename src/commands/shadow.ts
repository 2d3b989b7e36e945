import type { Session } from "../database/session.ts";
import type { Scratch } from "../proof/scratch.ts";
import { shadowDatabase } from "../proof/shadow.ts";
import type { Workspace } from "./workspace.ts";

/** Opens the configured shadow database, which is not the one that `session` is connected to; null without one. */
export async function openShadow({ project, url }: Workspace, session: Session): Promise<Scratch | null> {
  if (project.shadowUrl === undefined) return null;
  const ssl = url !== null && "url" in url ? url.ssl : undefined;
  return shadowDatabase(project.shadowUrl, { ssl }, session);
}
