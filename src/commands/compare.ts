import type { CatalogObject } from "../catalog/object.ts";
import type { Session } from "../database/session.ts";
import { unclaimedIn } from "../diff/claim.ts";
import { describeDifferences, type DescribedDifference } from "../diff/describe.ts";
import type { Difference } from "../diff/diff.ts";
import { DatabaseStateError } from "../errors.ts";
import { revisionUnfinished } from "../runtime/unfinished.ts";
import { appliedState } from "./state.ts";
import { located } from "./sources.ts";
import { differenceBetween } from "./between.ts";
import { databaseSide, migrationsSide, modelSide } from "./sides.ts";
import type { Workspace } from "./workspace.ts";

/** What takes the database to the models. */
export interface Comparison {
  readonly difference: Difference;
  /** What the models were compared with, for messages. */
  readonly against: string;
  /** The connection through which that was read. */
  readonly session: Session | undefined;
  /** What only the database has and nobody has a claim to, so that it stays. */
  readonly unclaimed: () => readonly CatalogObject[];
  /** The difference in words, with the places of the models. */
  readonly differences: readonly DescribedDifference[];
}

/**
 * Compares the models with the live database, which must be at the head, or where none is configured with the
 * replayed revisions. Throws DatabaseStateError when the database is behind, or a revision is half done.
 */
export async function compareWithModels(workspace: Workspace): Promise<Comparison> {
  if (workspace.url !== null) await requireAtHead(workspace);
  const embedded = workspace.url === null;
  // The embedded Postgres is slow to start and blocks this process: models that do not load should say so first.
  if (embedded) await workspace.models();
  // A server works while this process is busy with the models.
  const other = embedded ? migrationsSide(workspace) : databaseSide(workspace);
  const [from, to] = await Promise.all([other, modelSide(workspace)]);
  const difference = await differenceBetween(from, to);
  const differences = describeDifferences(difference.operations, to.catalog.sources);
  return {
    difference,
    against: from.label,
    session: from.session,
    // Reads the whole catalog, which a database that is known to agree is spared.
    unclaimed: () => (to.made === undefined ? [] : unclaimedIn(from.catalog, to.catalog, to.made)),
    differences: await located(workspace, differences),
  };
}

async function requireAtHead(workspace: Workspace): Promise<void> {
  const { missing, target, unfinished } = await appliedState(workspace);
  if (unfinished !== null) throw revisionUnfinished(unfinished);
  if (missing.length === 0) return;
  const names = missing.map(({ id, message }) => `${id} (${message})`);
  const count = missing.length === 1 ? "1 revision" : `${missing.length} revisions`;
  throw new DatabaseStateError("not-at-head", `${target} is behind by ${count}: ${names.join(", ")}.`, {
    hint: "Run `limbeck upgrade head` first.",
    data: { missing: missing.map(({ id }) => id) },
  });
}
