import { EMPTY_CATALOG, type Catalog } from "../catalog/catalog.ts";
import { equal } from "../catalog/equality.ts";
import type { ObjectId } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { Session } from "../database/session.ts";
import type { ComparisonHooks } from "../diff/hooks.ts";
import type { Judge } from "../diff/judgement.ts";
import { restrict, restrictRelations } from "../diff/scope.ts";
import { ConnectionError } from "../errors.ts";
import { comparisonHooks, filtersOf, readOptions, visiblePart, type SideFilters } from "./filters.ts";
import { madeBy } from "./made.ts";
import { answersOf, type Answers, type ModelFacts } from "./modelMistakes.ts";
import { replay } from "./replay.ts";
import { inScope, relationFilter, schemasInScope, scopeFor, type Scope } from "./scope.ts";
import type { Agreement } from "./agreement.ts";
import { revisionSources, type Workspace } from "./workspace.ts";

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
}

/** Reads the models, as far as they are in scope. */
export async function modelSide(workspace: Workspace): Promise<Side> {
  const models = await workspace.models();
  const isInScope = inScope(await schemasInScope(workspace, models));
  const catalog = restrict(models, isInScope);
  const filter = relationFilter(workspace.project);
  return {
    catalog: filter === undefined ? catalog : restrictRelations(catalog, filter),
    label: "the models",
    judge: null,
    made: madeBy(await revisionSources(await workspace.graph())),
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
  const session = await replay(workspace);
  const side = await sideOf(session, await scopeOf(workspace), filtersOf(workspace.project));
  return { ...side, label: "the replayed migrations" };
}

/** Reads any database. */
export async function sideOf(session: Session, scope: Scope, filters: SideFilters): Promise<Side> {
  const [{ readCatalogText }, { judgeOn }, { verdictCache }, { agreementOf }] = await Promise.all([
    import("../database/toCatalog.ts"),
    import("../database/judge.ts"),
    import("../database/verdictCache.ts"),
    import("./agreement.ts"),
  ]);
  const { cacheDir, includeName, hooks } = filters;
  const options = await readOptions(scope, filters);
  const { digest, held, toCatalog } = await readCatalogText(session, options);
  const cache = cacheDir === undefined ? undefined : await verdictCache(cacheDir);
  const catalog = await visiblePart(toCatalog, filters);
  // What a function decides today, it may decide otherwise tomorrow: nothing says that the hooks are the same.
  const rememberable = includeName === undefined && hooks === undefined;
  return {
    get catalog() {
      return catalog();
    },
    label: session.target,
    session,
    held,
    judge: judgeOn(session, cache),
    agreement: rememberable ? cache && agreementOf(session, digest, cache) : undefined,
    hooks,
    answers: answersOf(session),
  };
}

/** Models take part in the scope; a project without any is judged by its revisions alone. */
async function scopeOf(workspace: Workspace): Promise<Scope> {
  return scopeFor(workspace, await workspace.models());
}
