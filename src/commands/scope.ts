import { readFile } from "node:fs/promises";
import type { Catalog } from "../catalog/catalog.ts";
import type { ReadOptions } from "../database/toCatalog.ts";
import { DEFAULT_SCHEMA, type QualifiedName } from "../catalog/name.ts";
import { schemasIn, surroundingsOf } from "../diff/scope.ts";
import type { Workspace } from "./workspace.ts";

/**
 * The schemas that a project is about, sorted: those of `schemaFilter` where one is configured, else those that the
 * models use and those that the project's own revisions have created. Everything else in the database is none of
 * Limbeck's business: a schema that belongs to another service or a platform is never read.
 */
export async function schemasInScope(workspace: Workspace, models: Catalog): Promise<readonly string[]> {
  const { schemaFilter } = workspace.project;
  if (schemaFilter !== undefined) return [...schemaFilter].sort();
  const sources = await revisionSources(workspace);
  return [...new Set([...schemasIn(models), ...sources.flatMap(schemasCreatedIn)])].sort();
}

/** What of a database a project compares with models. */
export async function scopeFor(workspace: Workspace, models: Catalog): Promise<Omit<ReadOptions, "exclude">> {
  const schemas = await schemasInScope(workspace, models);
  const { tables, shared: named } = surroundingsOf(models);
  const policed = (await revisionSources(workspace)).flatMap(tablesPolicedIn);
  const beyond = [...tables, ...policed].filter(({ schema }) => !schemas.includes(schema));
  const { roles } = workspace.project;
  return { schemas, tables: distinct(beyond), shared: roles && { ...roles, named } };
}

async function revisionSources(workspace: Workspace): Promise<readonly string[]> {
  const graph = await workspace.graph();
  return Promise.all([...graph.revisions.values()].map(({ file }) => readFile(file, "utf8")));
}

function distinct(tables: readonly QualifiedName[]): readonly QualifiedName[] {
  const byText = new Map(
    tables.map(({ schema, name }) => [JSON.stringify([schema, name]), { schema, name }]),
  );
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, table]) => table);
}

/** A string literal as the emitter writes it: in double quotes, or in others without escapes. */
const LITERAL = String.raw`("(?:[^"\\]|\\.)*"|'[^'\\]*'|` + "`[^`\\\\]*`)";

/** Names in calls that create something: a plain string lies in public. */
const CREATION = new RegExp(
  String.raw`\bop\s*\.\s*create(\w+)\(\s*(?:${LITERAL}|\{\s*schema:\s*${LITERAL})`,
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
  String.raw`\bop\s*\.\s*createPolicy\(\s*${LITERAL},\s*\{\s*schema:\s*${LITERAL},\s*name:\s*${LITERAL}`,
  "g",
);

/** The tables outside public on which a revision makes policies: a platform's tables have no other trace. */
export function tablesPolicedIn(source: string): readonly QualifiedName[] {
  return [...source.matchAll(POLICY)].flatMap(([, , schema, name]) =>
    schema === undefined || name === undefined ? [] : [{ schema: unquote(schema), name: unquote(name) }],
  );
}

function unquote(literal: string): string {
  const value: unknown = literal.startsWith('"') ? JSON.parse(literal) : literal.slice(1, -1);
  return String(value);
}
