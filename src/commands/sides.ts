import { EMPTY_CATALOG, type Catalog } from "../catalog/catalog.ts";
import { equal } from "../catalog/equality.ts";
import type { QualifiedName } from "../catalog/name.ts";
import type { Session } from "../database/session.ts";
import { diff, noDifference, reverse, type Difference } from "../diff/diff.ts";
import type { Judge } from "../diff/judgement.ts";
import { restrict } from "../diff/scope.ts";
import { versionTables } from "../runtime/versionTable.ts";
import { replay } from "./replay.ts";
import { schemasInScope } from "./scope.ts";
import type { Agreement } from "./agreement.ts";
import { once, type Workspace } from "./workspace.ts";

/** One side of a comparison. */
export interface Side {
  readonly catalog: Catalog;
  /** For messages. */
  readonly label: string;
  /** A Postgres that can compare texts in the context of this side; models have none. */
  readonly judge: Judge | null;
  /** Knows of a database with which models it has agreed before. */
  readonly agreement?: Agreement | undefined;
}

/** Reads the models, as far as they are in scope. */
export async function modelSide(workspace: Workspace): Promise<Side> {
  const models = await workspace.models();
  const schemas = new Set(await schemasInScope(workspace, models));
  return { catalog: restrict(models, (schema) => schemas.has(schema)), label: "the models", judge: null };
}

/** Reads the project's database, as far as it is in scope. */
export async function databaseSide(workspace: Workspace): Promise<Side> {
  const { versionTable, cacheDir } = workspace.project;
  const session = await workspace.database();
  // Loading the models takes as long as reading the database, and rarely adds a schema to those of the revisions.
  const guess = await schemasInScope(workspace, EMPTY_CATALOG);
  const reading = sideOf(session, guess, versionTable, cacheDir);
  const [side, schemas] = await Promise.all([reading, scopeOf(workspace)]);
  return equal(guess, schemas) ? side : sideOf(session, schemas, versionTable, cacheDir);
}

/** Replays the revisions in an embedded Postgres and reads what they make. */
export async function migrationsSide(workspace: Workspace): Promise<Side> {
  const session = await replay(workspace);
  const side = await sideOf(
    session,
    await scopeOf(workspace),
    workspace.project.versionTable,
    workspace.project.cacheDir,
  );
  return { ...side, label: "the replayed migrations" };
}

/** Reads any database. */
export async function sideOf(
  session: Session,
  schemas: readonly string[] | ((name: string) => boolean),
  versionTable: QualifiedName,
  cacheDir?: string,
): Promise<Side> {
  const [{ readCatalogText }, { judgeOn }, { verdictCache }, { agreementOf }] = await Promise.all([
    import("../database/toCatalog.ts"),
    import("../database/judge.ts"),
    import("../database/verdictCache.ts"),
    import("./agreement.ts"),
  ]);
  const { version, log } = versionTables(versionTable);
  const { digest, toCatalog } = await readCatalogText(session, { schemas, exclude: [version, log] });
  const cache = cacheDir === undefined ? undefined : await verdictCache(cacheDir);
  const catalog = once(toCatalog);
  return {
    get catalog() {
      return catalog();
    },
    label: session.target,
    judge: judgeOn(session, cache),
    agreement: cache && agreementOf(session, digest, cache),
  };
}

/** Models take part in the scope; a project without any is judged by its revisions alone. */
async function scopeOf(workspace: Workspace): Promise<readonly string[]> {
  return schemasInScope(workspace, await workspace.models());
}

/** What takes one side to the other. Models have no names and spellings to insist on, so they are the side compared. */
export async function differenceBetween(from: Side, to: Side): Promise<Difference> {
  if (from.agreement !== undefined && to.judge === null)
    return differenceFromModels(from, to, from.agreement);
  const judge = from.judge ?? to.judge ?? literally;
  if (from.judge !== null || to.judge === null) return diff(from.catalog, to.catalog, judge);
  return reverse(await diff(to.catalog, from.catalog, judge));
}

async function differenceFromModels(from: Side, to: Side, agreement: Agreement): Promise<Difference> {
  if (await agreement.known(to.catalog)) return noDifference(to.catalog);
  const difference = await diff(from.catalog, to.catalog, from.judge ?? literally);
  if (difference.operations.length === 0) await agreement.remember(to.catalog);
  return difference;
}

/** Between models and models there is no Postgres to ask, and none is needed. */
const literally: Judge = async (questions) =>
  questions.map(({ model, database }) => ({ equal: model === database }));
