import { EMPTY_CATALOG, type Catalog } from "../catalog/catalog.ts";
import { equal } from "../catalog/equality.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { Session } from "../database/session.ts";
import type { CatalogText } from "../database/toCatalog.ts";
import type { ComparisonHooks } from "../diff/hooks.ts";
import type { Judge } from "../diff/judgement.ts";
import { restrict, restrictRelations } from "../diff/scope.ts";
import { ConnectionError } from "../errors.ts";
import { refuseImpossible } from "../models/impossible.ts";
import type { UnreadRelation } from "../objects/unread.ts";
import { versionTables } from "../runtime/versionTable.ts";
import { comparisonHooks, filtersOf, readOptions, visiblePart, type SideFilters } from "./filters.ts";
import { madeBy } from "./made.ts";
import { answersOf, type Answers, type ModelFacts } from "./modelMistakes.ts";
import { replayedCatalog } from "./replay.ts";
import { inScope, relationFilter, schemasInScope, scopeFor, type Scope } from "./scope.ts";
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
  /** The connection that the side was read through. */
  readonly session?: Session | undefined;
  /** Of models: whether a revision of the project made an object, which they then may drop. */
  readonly made?: ((object: CatalogObject) => boolean) | undefined;
  /** What invisible tables need, which is no difference. */
  readonly held?: ReadonlySet<ObjectId> | undefined;
  /** The hooks of the project that the side belongs to. */
  readonly hooks?: ComparisonHooks | undefined;
  /** What a database can say of mistakes in models. */
  readonly answers?: Answers | undefined;
  /** Only of models. */
  readonly models?: ModelFacts | undefined;
  /** The relations of a database that its catalog leaves out. */
  readonly unread?: (() => readonly UnreadRelation[]) | undefined;
}

/** Reads the models, as far as they are in scope. */
export async function modelSide(workspace: Workspace): Promise<Side> {
  const models = await workspace.models();
  const isInScope = inScope(await schemasInScope(workspace, models));
  const inSchemas = restrict(models, isInScope);
  const filter = relationFilter(workspace.project);
  const catalog = filter === undefined ? inSchemas : restrictRelations(inSchemas, filter);
  const { version, log } = versionTables(workspace.project.versionTable);
  // What is out of scope may be Postgres's own: nothing of it will ever be created.
  refuseImpossible(catalog, [version, log]);
  return {
    catalog,
    label: "the models",
    judge: null,
    made: madeBy(await workspace.sources()),
    models: { inScope: isInScope, warn: workspace.options.warn },
    hooks: comparisonHooks(workspace.project),
  };
}

/** Reads the project's database, as far as it is in scope. */
export async function databaseSide(workspace: Workspace): Promise<Side> {
  const session = await workspace.database();
  const filters = filtersOf(workspace.project);
  // Loading the models takes as long as reading the database, and rarely adds a schema to those of the revisions.
  const guess = await scopeFor(workspace, EMPTY_CATALOG);
  const [side, scope] = await Promise.all([sideOf(session, guess, filters), scopeOf(workspace)]);
  return withCopy(equal(guess, scope) ? side : await sideOf(session, scope, filters), workspace);
}

/** The side with a judge that goes on in a copy of the database where the database itself will not have it. */
function withCopy(side: Side, workspace: Workspace): Side {
  const { judge, session } = side;
  if (judge === null || session === undefined) return side;
  const orCopy: Judge = async (questions) => {
    try {
      return await judge(questions);
    } catch (error) {
      if (!(error instanceof ConnectionError && error.code === "judge-refused")) throw error;
      const { judgeInCopy } = await import("./judgeInCopy.ts");
      return judgeInCopy({ workspace, session, catalog: side.catalog, refusal: error }, questions);
    }
  };
  return Object.create(side, { judge: { value: orCopy, enumerable: true } }) as Side;
}

/** Replays the revisions in an embedded Postgres and reads what they make. */
export async function migrationsSide(workspace: Workspace): Promise<Side> {
  const filters = filtersOf(workspace.project);
  const replayed = await replayedCatalog(workspace, await readOptions(await scopeOf(workspace), filters));
  return sideFrom({ ...replayed, label: "the replayed migrations" }, filters);
}

/** Reads any database. */
export async function sideOf(session: Session, scope: Scope, filters: SideFilters): Promise<Side> {
  const [{ readCatalogText }, { effectivePath }] = await Promise.all([
    import("../database/toCatalog.ts"),
    import("../database/judge.ts"),
  ]);
  const text = await readCatalogText(session, await readOptions(scope, filters));
  return sideFrom({ session, text, path: () => effectivePath(session), label: session.target }, filters);
}

interface SideSource extends Pick<Side, "label"> {
  readonly session: Session;
  readonly text: CatalogText;
  /** The schemas that unqualified names are looked for in. */
  readonly path: () => Promise<unknown>;
}

async function sideFrom({ session, text, path, label }: SideSource, filters: SideFilters): Promise<Side> {
  const [{ judgeOn }, { verdictCache }, { agreementOf }] = await Promise.all([
    import("../database/judge.ts"),
    import("../database/verdictCache.ts"),
    import("./agreement.ts"),
  ]);
  const { cacheDir, includeName, hooks } = filters;
  const { digest, held, toCatalog, unread } = text;
  const cache = cacheDir === undefined ? undefined : await verdictCache(cacheDir);
  const catalog = await visiblePart(toCatalog, filters);
  // What a function decides today, it may decide otherwise tomorrow: nothing says that the hooks are the same.
  const rememberable = includeName === undefined && hooks === undefined;
  return {
    get catalog() {
      return catalog();
    },
    label,
    session,
    held,
    unread: once(unread),
    judge: judgeOn(session, cache, path),
    agreement:
      rememberable && cache !== undefined
        ? agreementOf({ serverVersion: session.serverVersion, digest, path }, cache)
        : undefined,
    hooks,
    answers: answersOf(session),
  };
}

/** Models take part in the scope; a project without any is judged by its revisions alone. */
async function scopeOf(workspace: Workspace): Promise<Scope> {
  return scopeFor(workspace, await workspace.models());
}
