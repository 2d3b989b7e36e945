import type { Catalog } from "../catalog/catalog.ts";
import { displayName, type QualifiedName } from "../catalog/name.ts";
import type { CatalogObject } from "../catalog/object.ts";
import type { Session } from "../database/session.ts";
import type { RefusedDefaults, TypedDefault } from "../database/modelMistakes.ts";
import { hasRelation, newDefaults, unexportedTables, type UnexportedTable } from "../diff/modelMistakes.ts";
import type { ModelError } from "../errors.ts";
import { describe, idOf } from "../objects/dispatch.ts";
import { modelError, type ModelPlace } from "../objects/drizzle.ts";
import type { Operation } from "../operations/operation.ts";

/** What only a database can say of models. */
export interface Answers {
  existingRelations(names: readonly QualifiedName[]): Promise<readonly QualifiedName[]>;
  refusedDefaults(defaults: readonly TypedDefault[]): Promise<RefusedDefaults>;
}

/** The answers of a live Postgres; what asks is loaded only where there is something to ask. */
export function answersOf(session: Session): Answers {
  return {
    existingRelations: async (names) =>
      (await import("../database/modelMistakes.ts")).existingRelations(session, names),
    refusedDefaults: async (defaults) =>
      (await import("../database/modelMistakes.ts")).refusedDefaults(session, defaults),
  };
}

/** What is known of models beside their catalog. */
export interface ModelFacts {
  inScope(schema: string): boolean;
  readonly warn?: ((message: string) => void) | undefined;
}

/** A database, as far as mistakes in models need it. */
interface Database {
  readonly catalog: Catalog;
  readonly label: string;
  readonly answers?: Answers | undefined;
}

/**
 * The tables of the database that the models refer to but do not export: with a warning, they are left as they are.
 * Throws ModelError for one that the database does not have either. Other schemas are others' business.
 */
export async function tablesLeftAlone(
  database: Database,
  models: Catalog,
  { inScope, warn }: ModelFacts,
): Promise<readonly QualifiedName[]> {
  const unexported = unexportedTables(models).filter(({ table }) => inScope(table.schema));
  if (unexported.length === 0) return [];
  const managed = unexported.filter(({ table }) => hasRelation(database.catalog, table));
  const others = unexported.filter((one) => !managed.includes(one)).map(({ table }) => table);
  const existing = others.length === 0 ? [] : ((await database.answers?.existingRelations(others)) ?? []);
  const missing = unexported.find((one) => !managed.includes(one) && !existing.includes(one.table));
  if (missing !== undefined) throw nowhere(missing, models, database.label);
  for (const one of managed) warn?.(leftAlone(one, models));
  return managed.map(({ table }) => table);
}

function nowhere({ table, referrer }: UnexportedTable, models: Catalog, label: string): ModelError {
  const name = displayName(table.schema, table.name);
  const problem = `it refers to the table ${name}, which no schema file exports and ${label} does not have`;
  const hint = "Export the table from a schema file; a table that others manage must exist already.";
  return modelError("unexported-table", placeIn(models, referrer), problem, hint);
}

function leftAlone({ table, referrer }: UnexportedTable, models: Catalog): string {
  const name = displayName(table.schema, table.name);
  const from = models.sources?.get(idOf(referrer))?.export;
  const by = from === undefined ? "the models refer" : `export "${from}" refers`;
  return `The table ${name}, to which ${by}, is not exported, and is left as it is in the database.`;
}

function placeIn({ sources }: Catalog, object: CatalogObject): ModelPlace {
  return { subject: describe(object), source: sources?.get(idOf(object)) ?? {} };
}

/** ModelError for a default that a new or changed column of its type cannot have, as Postgres says. */
export async function assertDefaults(
  operations: readonly Operation[],
  models: Catalog,
  answers: Answers | undefined,
): Promise<void> {
  const defaults = newDefaults(operations, models);
  if (defaults.length === 0 || answers === undefined) return;
  const refused = await answers.refusedDefaults(defaults);
  for (const value of defaults) {
    const reason = refused.get(value);
    if (reason === undefined) continue;
    const problem = `Postgres refuses the default ${value.text} for the type ${value.type}: ${reason}`;
    const hint = "Correct the default in the models, or write it as SQL that gives the column's type.";
    throw modelError("bad-default", placeIn(models, value.object), problem, hint);
  }
}
