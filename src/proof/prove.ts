import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId, QualifiedName } from "../catalog/name.ts";
import { judgeOn } from "../database/judge.ts";
import type { Session } from "../database/session.ts";
import { readDatabase } from "../database/toCatalog.ts";
import { describeDifferences } from "../diff/describe.ts";
import { diff } from "../diff/diff.ts";
import { surroundingsOf } from "../diff/scope.ts";
import { loadModules } from "../modules/load.ts";
import { readRevisions } from "../revisions/directory.ts";
import type { RevisionGraph } from "../revisions/graph.ts";
import { downgradeDatabase, upgradeDatabase } from "../runtime/apply.ts";
import { versionTables } from "../runtime/versionTable.ts";
import { clear } from "./clear.ts";
import type { Closure } from "./closure.ts";
import { fingerprint, residue } from "./fingerprint.ts";
import { materialise } from "./materialise.ts";
import { disproven, refusedUp, unreversed } from "./proofError.ts";

/** What is to be proven. */
export interface Claim {
  /** The text of the revision file, as a first revision. */
  readonly source: string;
  /** Both sides of the change, cut to what the revision has to do with. */
  readonly change: Closure;
  /** Both sides of all that the scratch database holds: where it is now, and where `up` must take it. */
  readonly held: Closure;
  /** SQL for what the models need and no catalog holds. */
  readonly support: readonly string[];
  /** Tables that are none of the models': version tables. */
  readonly exclude: readonly QualifiedName[];
  readonly cacheDir: string;
}

/** The proof's own version table. */
const VERSION_TABLE: QualifiedName = { schema: "public", name: "limbeck_proof" };

/**
 * Runs a revision file up, down and up again on a scratch database that is where the revision starts, through the same
 * runner that applies it later. `up` must reach the models, so that nothing is left to do, and leave what the models
 * leave when they are made afresh; `down` must restore the start. Throws where any of it fails; the scratch database is
 * used up.
 */
export async function prove(scratch: Session, claim: Claim): Promise<void> {
  const { version, log } = versionTables(VERSION_TABLE);
  const exclude = [...claim.exclude, version, log];
  const look = (): Promise<readonly string[]> => fingerprint(scratch, exclude);
  const graph = await load(claim);
  const start = await look();
  const strangers = await strangersIn(scratch, claim.held, exclude);
  await up(scratch, graph);
  const reached = await look();
  await expectModels(scratch, claim.held, exclude, strangers);
  await down(scratch, graph);
  const back = residue(start, await look());
  if (back.length > 0) throw disproven("down does not restore what was there before", back);
  await up(scratch, graph);
  const again = residue(reached, await look());
  if (again.length > 0) throw disproven("the second up does not reach what the first one reached", again);
  await compareWithFresh(scratch, graph, claim, look);
}

/** Compares what `up` makes of the start with what the models make of nothing. */
async function compareWithFresh(
  scratch: Session,
  graph: RevisionGraph,
  { change, support }: Claim,
  look: () => Promise<readonly string[]>,
): Promise<void> {
  await clear(scratch);
  await materialise(scratch, change.from, support);
  await up(scratch, graph);
  const reached = await look();
  await clear(scratch);
  await materialise(scratch, change.to, support);
  const apart = residue(await look(), reached);
  if (apart.length > 0)
    throw disproven("up does not give what the models give when they are made afresh", apart);
}

/** The file as the runner reads it, from a folder of its own. */
async function load({ source, cacheDir }: Claim): Promise<RevisionGraph> {
  await mkdir(cacheDir, { recursive: true });
  const folder = await mkdtemp(join(cacheDir, "proof-"));
  try {
    await writeFile(join(folder, "0001_proof.ts"), source);
    return await readRevisions(folder, loadModules, { root: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function up(scratch: Session, graph: RevisionGraph): Promise<void> {
  try {
    await upgradeDatabase(scratch, graph, "heads", { versionTable: VERSION_TABLE });
  } catch (error) {
    throw refusedUp(error);
  }
}

async function down(scratch: Session, graph: RevisionGraph): Promise<void> {
  try {
    await downgradeDatabase(scratch, graph, "base", { versionTable: VERSION_TABLE });
  } catch (error) {
    throw unreversed(error);
  }
}

/** What lies in the scratch database; roles only where the claim is about some, since it has others of its own. */
async function content(
  scratch: Session,
  { from, to }: Closure,
  exclude: readonly QualifiedName[],
): Promise<Catalog> {
  const named = [...surroundingsOf(from).shared, ...surroundingsOf(to).shared];
  const shared = named.length === 0 ? null : { include: [], exclude: [], named };
  return readDatabase(scratch, { schemas: () => true, exclude, shared });
}

/** What lies in the scratch database beside the catalog: support, and what is out of scope. */
async function strangersIn(
  scratch: Session,
  held: Closure,
  exclude: readonly QualifiedName[],
): Promise<ReadonlySet<ObjectId>> {
  const { objects } = await content(scratch, held, exclude);
  return new Set([...objects.keys()].filter((id) => !held.from.objects.has(id)));
}

async function expectModels(
  scratch: Session,
  held: Closure,
  exclude: readonly QualifiedName[],
  strangers: ReadonlySet<ObjectId>,
): Promise<void> {
  const found = await content(scratch, held, exclude);
  // The same on both sides: a policy's text cannot be read without the table that it is on.
  const beside = [...found.objects].filter(([id]) => strangers.has(id));
  const wanted = { objects: new Map([...held.to.objects, ...beside]) };
  const { operations } = await diff(found, wanted, judgeOn(scratch));
  if (operations.length === 0) return;
  const lines = describeDifferences(operations).map(({ action, object, changes }) =>
    [action, object, ...changes].join(" "),
  );
  throw disproven("up does not reach the models", lines);
}
