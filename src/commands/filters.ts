import type { Catalog } from "../catalog/catalog.ts";
import type { QualifiedName } from "../catalog/name.ts";
import type { CheckedHooks, NameParents } from "../config/hooks.ts";
import type { Project } from "../config/project.ts";
import type { InvisibleRelations, ReadOptions, RelationName } from "../database/toCatalog.ts";
import { restrictNames, type ComparisonHooks } from "../diff/hooks.ts";
import { restrictRelations } from "../diff/scope.ts";
import { versionTables } from "../runtime/versionTable.ts";
import { inScope, relationFilter, type Scope } from "./scope.ts";
import { once } from "./workspace.ts";

/** What of a database is no business of the comparison, beside its schemas. */
export interface SideFilters {
  readonly versionTable: QualifiedName;
  readonly cacheDir?: string | undefined;
  /** Chooses among names of tables and views. */
  readonly relations?: ((names: Iterable<string>) => ReadonlySet<string>) | undefined;
  readonly includeName?: CheckedHooks["includeName"];
  readonly hooks?: ComparisonHooks | undefined;
}

/** The filters and hooks that a project configures. */
export function filtersOf(project: Project): SideFilters {
  const { includeName } = project.hooks;
  return {
    versionTable: project.versionTable,
    cacheDir: project.cacheDir,
    relations: relationFilter(project),
    ...(includeName === undefined ? {} : { includeName: askedOnce(includeName) }),
    hooks: comparisonHooks(project),
  };
}

/** The hooks of a project that take part in comparing; undefined where there are none. */
export function comparisonHooks({ hooks }: Project): ComparisonHooks | undefined {
  const { includeObject, compareType, compareServerDefault } = hooks;
  const said = { includeObject, compareType, compareServerDefault };
  if (Object.values(said).every((hook) => hook === undefined)) return undefined;
  return {
    ...(includeObject && { includeObject }),
    ...(compareType && { compareType }),
    ...(compareServerDefault && { compareServerDefault }),
  };
}

type IncludeName = NonNullable<CheckedHooks["includeName"]>;

/** A name is asked about before and after reading, and the user should be asked only once. */
function askedOnce(includeName: IncludeName): IncludeName {
  const answers = new Map<string, Promise<boolean>>();
  return (name, kind, parents) => {
    const key = JSON.stringify([kind, parents.schema, parents.table, name]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = includeName(name, kind, parents);
    answers.set(key, answer);
    return answer;
  };
}

/** What to read of a database; what is out of scope is not even asked for. */
export async function readOptions(scope: Scope, filters: SideFilters): Promise<ReadOptions> {
  const { versionTable, relations, includeName } = filters;
  const { version, log } = versionTables(versionTable);
  const exclude = [version, log];
  const invisible = (relations ?? includeName) ? invisibleRelations(filters, exclude) : undefined;
  if (includeName === undefined) return { ...scope, exclude, invisible };
  const included = inScope(scope.schemas);
  const asked = async (name: string): Promise<boolean> => included(name) && includeName(name, "schema", {});
  return { ...scope, schemas: asked, exclude, invisible };
}

function invisibleRelations(
  { relations, includeName }: SideFilters,
  exclude: readonly QualifiedName[],
): InvisibleRelations {
  const ownTables = new Set(exclude.map(({ schema, name }) => JSON.stringify([schema, name])));
  return async (all) => {
    const named = relations?.(all.map(({ name }) => name));
    const invisible: RelationName[] = [];
    for (const relation of all) {
      const { schema, name, kind } = relation;
      const asked = includeName !== undefined && !ownTables.has(JSON.stringify([schema, name]));
      const parents: NameParents = { schema };
      const visible = named?.has(name) !== false && (!asked || (await includeName(name, kind, parents)));
      if (!visible) invisible.push(relation);
    }
    return invisible.map(({ schema, name }) => ({ schema, name }));
  };
}

/** What was read, without that which only the names of what was read could tell. */
export async function visiblePart(
  toCatalog: () => Catalog,
  { relations, includeName }: SideFilters,
): Promise<() => Catalog> {
  const filtered = once(() =>
    relations === undefined ? toCatalog() : restrictRelations(toCatalog(), relations),
  );
  if (includeName === undefined) return filtered;
  const catalog = await restrictNames(filtered(), includeName);
  return () => catalog;
}
