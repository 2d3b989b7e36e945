import type { QualifiedName } from "../catalog/name.ts";
import type { Session } from "../database/session.ts";
import type { Difference } from "../diff/diff.ts";
import { definitionOf } from "../objects/dispatch.ts";
import { closureOf, type Closure } from "../proof/closure.ts";
import { materialise } from "../proof/materialise.ts";
import { prove } from "../proof/prove.ts";
import { embeddedScratch, temporaryDatabase, versionOf, type Scratch } from "../proof/scratch.ts";
import { supportingSql } from "../proof/support.ts";
import { versionTables } from "../runtime/versionTable.ts";
import { openShadow } from "./shadow.ts";
import type { Workspace } from "./workspace.ts";

/** What is known of a generated revision. */
export interface Proof {
  /** Where it ran up, down and up: `the embedded PostgreSQL 17`; null where it could not. */
  readonly where: string | null;
  /** Why it could not run. */
  readonly reason: string | null;
  readonly milliseconds: number;
}

/**
 * Runs a generated revision up, down and up again before it is written. Throws InternalError where it does not do what
 * it says, and ModelError where Postgres refuses what the models say. Where no scratch database can hold what the
 * revision needs, says so.
 */
export async function proveRevision(
  workspace: Workspace,
  session: Session,
  difference: Difference,
  source: string,
): Promise<Proof> {
  const started = performance.now();
  const change = closureOf(difference);
  const support = await supportingSql(session, [change.from, change.to]);
  const attempt = { workspace, session, change, support, difference, source };
  const { where, reason } = workspace.url === null ? await onReplay(attempt) : await onScratch(attempt);
  return { where, reason, milliseconds: Math.round(performance.now() - started) };
}

interface Attempt {
  readonly workspace: Workspace;
  /** What the models were compared through. */
  readonly session: Session;
  readonly change: Closure;
  readonly support: readonly string[];
  readonly difference: Difference;
  readonly source: string;
}

type Outcome = Pick<Proof, "where" | "reason">;

/** The replayed revisions are where the new one starts, with all that no catalog holds. */
async function onReplay(attempt: Attempt): Promise<Outcome> {
  const { session } = attempt;
  const scratch = { session, where: `the embedded ${versionOf(session)}` };
  return run(scratch, attempt, attempt.difference, null);
}

/** Tries one scratch database after the other until one can hold what the revision needs. */
async function onScratch(attempt: Attempt): Promise<Outcome> {
  let outcome: Outcome = { where: null, reason: null };
  for (const open of scratches(attempt)) {
    const scratch = await open();
    if (scratch === null) continue;
    try {
      outcome = await onEmpty(scratch, attempt);
    } finally {
      await scratch.session.close();
    }
    if (outcome.where !== null) return outcome;
  }
  return outcome;
}

async function onEmpty(scratch: Scratch, attempt: Attempt): Promise<Outcome> {
  const { missing, unsupported } = await materialise(scratch.session, attempt.change.from, attempt.support);
  if (missing[0] !== undefined) return { where: null, reason: (unsupported[0] ?? missing[0]).reason };
  return run(scratch, attempt, attempt.change, unsupported[0]?.reason ?? null);
}

/** `lacking` says what the scratch database could not have; where it has all, no failure can be its fault. */
async function run(
  { session, where }: Scratch,
  attempt: Attempt,
  { from, to }: Closure,
  lacking: string | null,
): Promise<Outcome> {
  const { change, support, source, workspace } = attempt;
  const { cacheDir } = workspace.project;
  try {
    const held = { from, to };
    await prove(session, { source, change, held, support, exclude: excluded(workspace), cacheDir });
    return { where, reason: null };
  } catch (error) {
    if (lacking !== null) return { where: null, reason: lacking };
    throw error;
  }
}

function excluded({ project }: Workspace): readonly QualifiedName[] {
  const { version, log } = versionTables(project.versionTable);
  return [version, log];
}

/** The configured shadow database alone, or the embedded Postgres and then a temporary database. */
function scratches({
  workspace,
  session,
  support,
  change,
}: Attempt): readonly (() => Promise<Scratch | null>)[] {
  const { project, url } = workspace;
  const embedded = async (): Promise<Scratch> => embeddedScratch(project.cacheDir, support);
  // Roles belong to the server: what is tried with them in a scratch database of it happens to all of it.
  if (changesRoles(change)) return [embedded];
  if (project.shadowUrl !== undefined) return [async () => openShadow(workspace, session)];
  return [
    embedded,
    async () => (url !== null && "url" in url ? temporaryDatabase(url.url, { ssl: url.ssl }) : null),
  ];
}

function changesRoles({ from, to }: Closure): boolean {
  return [from, to].some(({ objects }) =>
    [...objects.values()].some((object) => definitionOf(object).clusterWide === true),
  );
}
