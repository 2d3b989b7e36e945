import { equal } from "../catalog/equality.ts";
import type { Session } from "../database/session.ts";
import type { Difference } from "../diff/diff.ts";
import type { RevisionSource } from "../emit/source.ts";
import type { Plan } from "../plan/plan.ts";
import type { Comparison } from "./compare.ts";
import type { Proof } from "./proof.ts";
import type { Workspace } from "./workspace.ts";

export type { Proof } from "./proof.ts";

/** What was found, and worked out from it. */
export interface Provable {
  readonly calls: Plan;
  /** Null for a revision by hand, which is empty and proves nothing yet. */
  readonly comparison: Comparison | null;
}

/**
 * Runs a generated revision up, down and up before it is written; null where that is not wanted. What a hook has
 * changed need not reach the models, so that it can be neither proven nor blamed.
 */
export async function proofOf(
  workspace: Workspace,
  source: RevisionSource,
  { calls, comparison }: Provable,
  { proof = workspace.project.proof }: { readonly proof?: boolean | undefined },
): Promise<Proof | null> {
  if (!proof || comparison?.session === undefined) return null;
  if (!equal({ up: source.up, down: source.down }, calls))
    return unproven("processRevisionDirectives changed it");
  if (source.texts !== undefined) return unproven("renderItem wrote parts of it");
  const { session, difference } = comparison;
  await refuseObstacles(workspace, session, difference);
  const [{ proveRevision }, { renderRevision }] = await Promise.all([
    import("./proof.ts"),
    import("../emit/source.ts"),
  ]);
  const text = renderRevision({ ...source, downRevision: null });
  return proveRevision(workspace, session, difference, text);
}

const REMEDY =
  "Drop them by op.execute in a revision before this one and make them again in one after it, or write this one as it is with --no-proof.";

/** A scratch database holds what catalogs hold: what else depends on it only the database itself knows. */
async function refuseObstacles(
  { options }: Workspace,
  session: Session,
  difference: Difference,
): Promise<void> {
  const { findObstacles, inTheWay } = await import("../proof/obstacles.ts");
  const found = await findObstacles(session, difference);
  if (found.inTheWay.length > 0) throw inTheWay(found.inTheWay, REMEDY);
  for (const { dependent, of } of found.lost)
    options.warn?.(`PostgreSQL will drop the ${dependent} with the ${of}; down does not bring it back.`);
}

function unproven(reason: string): Proof {
  return { where: null, reason, milliseconds: 0 };
}

/** What the file says of its proof. */
export function noteOf({ where, reason }: Proof): string {
  if (where !== null) return `Proven: up, down and up again on ${where}.`;
  return `Not proven: ${reason ?? "no scratch database could be opened"}.`;
}
