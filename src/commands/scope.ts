import type { Catalog } from "../catalog/catalog.ts";
import { DEFAULT_SCHEMA, type QualifiedName } from "../catalog/name.ts";
import type { ReadOptions } from "../database/toCatalog.ts";
import { plainNames, selectNames } from "../config/nameFilter.ts";
import type { Project } from "../config/project.ts";
import { schemasIn, surroundingsOf } from "../diff/scope.ts";
import { LITERAL, unquote } from "./literal.ts";
import type { Workspace } from "./workspace.ts";

/** Schemas by name, or a question about each. */
export type SchemaScope = readonly string[] | ((name: string) => boolean);

/** Whether a schema is in scope. */
export function inScope(scope: SchemaScope): (name: string) => boolean {
  if (typeof scope === "function") return scope;
  const names = new Set(scope);
  return (name) => names.has(name);
}

/** The schemas of `schemaFilter`, sorted where they are all said by name; undefined without one. */
function configuredSchemas({ schemaFilter }: Project): SchemaScope | undefined {
  if (schemaFilter === undefined) return undefined;
  const plain = plainNames(schemaFilter);
  return plain === undefined ? globScope(schemaFilter) : plain.toSorted();
}

// One function for one filter, so that two scopes can be seen to be the same.
const globScopes = new WeakMap<readonly string[], SchemaScope>();

function globScope(patterns: readonly string[]): SchemaScope {
  const known = globScopes.get(patterns) ?? ((name: string) => selectNames(patterns, [name]).has(name));
  globScopes.set(patterns, known);
  return known;
}

/** The tables of PostGIS that drizzle-kit leaves alone: after a dump they need not belong to the extension any more. */
const EXTENSION_TABLES = {
  postgis: ["!geography_columns", "!geometry_columns", "!spatial_ref_sys"],
} as const;

/** Chooses the names of tables and views that are in scope; undefined where all are. */
export function relationFilter({
  tablesFilter,
  extensionsFilters,
}: Project): ((names: Iterable<string>) => ReadonlySet<string>) | undefined {
  const extensions = extensionsFilters.flatMap((name) => EXTENSION_TABLES[name]);
  if (tablesFilter.length === 0 && extensions.length === 0) return undefined;
  // One after the other: what is hidden for an extension's sake says nothing of other tables.
  return (names) => selectNames(extensions, selectNames(tablesFilter, names));
}

/**
 * The schemas that a project is about, sorted: those of `schemaFilter` where one is configured, else those that the
 * models use and those that the project's own revisions have created. Everything else in the database is none of
 * Limbeck's business: a schema that belongs to another service or a platform is never read.
 */
export async function schemasInScope(workspace: Workspace, models: Catalog): Promise<SchemaScope> {
  const configured = configuredSchemas(workspace.project);
  if (configured !== undefined) return configured;
  const sources = await workspace.sources();
  return [...new Set([...schemasIn(models), ...sources.flatMap(schemasCreatedIn)])].sort();
}

/** What of a database is looked at. */
export interface Scope extends Pick<ReadOptions, "tables" | "shared"> {
  readonly schemas: SchemaScope;
}

/** What of a database a project compares with models. */
export async function scopeFor(workspace: Workspace, models: Catalog): Promise<Scope> {
  const schemas = await schemasInScope(workspace, models);
  const isInScope = inScope(schemas);
  const { tables, shared: named } = surroundingsOf(models);
  const policed = (await workspace.sources()).flatMap(tablesPolicedIn);
  const beyond = [...tables, ...policed].filter(({ schema }) => !isInScope(schema));
  const { roles } = workspace.project;
  return { schemas, tables: distinct(beyond), shared: roles && { ...roles, named } };
}

function distinct(tables: readonly QualifiedName[]): readonly QualifiedName[] {
  const byText = new Map(
    tables.map(({ schema, name }) => [JSON.stringify([schema, name]), { schema, name }]),
  );
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, table]) => table);
}

/** Names in calls that create something: a plain string lies in public. */
const CREATION = new RegExp(
  String.raw`\bop\s*\.\s*create(\w+)\(\s*(?:(${LITERAL})|\{\s*schema:\s*(${LITERAL}))`,
  "g",
);

/** The schemas in which a revision creates something, read from its source, since nothing else remembers them. */
export function schemasCreatedIn(source: string): readonly string[] {
  return [...source.matchAll(CREATION)].flatMap(([, what, plain, schema]) => {
    if (schema !== undefined) return [unquote(schema)];
    if (plain === undefined) return [];
    if (what === "Schema") return [unquote(plain)];
    return what === "Table" || what === "Enum" || what === "Sequence" ? [DEFAULT_SCHEMA] : [];
  });
}

const POLICY = new RegExp(
  String.raw`\bop\s*\.\s*createPolicy\(\s*${LITERAL},\s*\{\s*schema:\s*(${LITERAL}),\s*name:\s*(${LITERAL})`,
  "g",
);

/** The tables outside public on which a revision makes policies: a platform's tables have no other trace. */
export function tablesPolicedIn(source: string): readonly QualifiedName[] {
  return [...source.matchAll(POLICY)].flatMap(([, schema, name]) =>
    schema === undefined || name === undefined ? [] : [{ schema: unquote(schema), name: unquote(name) }],
  );
}
