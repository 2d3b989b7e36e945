import type { Catalog } from "../catalog/catalog.ts";
import { DEFAULT_SCHEMA } from "../catalog/name.ts";
import { schemasIn } from "../diff/scope.ts";
import { revisionSources, type Workspace } from "./workspace.ts";

/**
 * The schemas that a project is about, sorted: those of `schemaFilter` where one is configured, else those that the
 * models use and those that the project's own revisions have created. Everything else in the database is none of
 * Limbeck's business: a schema that belongs to another service or a platform is never read.
 */
export async function schemasInScope(workspace: Workspace, models: Catalog): Promise<readonly string[]> {
  const { schemaFilter } = workspace.project;
  if (schemaFilter !== undefined) return [...schemaFilter].sort();
  const sources = await revisionSources(await workspace.graph());
  return [...new Set([...schemasIn(models), ...sources.flatMap(schemasCreatedIn)])].sort();
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

function unquote(literal: string): string {
  const value: unknown = literal.startsWith('"') ? JSON.parse(literal) : literal.slice(1, -1);
  return String(value);
}
