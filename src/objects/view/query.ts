import type { Catalog } from "../../catalog/catalog.ts";
import { objectId, type ObjectId } from "../../catalog/name.ts";
import { identifiersIn } from "../../catalog/sqlText.ts";
import type { ChangeContext, JudgedTexts, Verdict } from "../definition.ts";
import { call, type Call } from "../methods.ts";
import type { QueryColumn } from "../queryColumns.ts";
import { objectsIn, relationSlot } from "../references.ts";
import { mentionedObjects, usedObjects } from "../uses.ts";
import type { Extra, StoredQuery } from "./storedQuery.ts";

/** What a view needs: Postgres knows it of those that it has, of others the text must do. */
export function dependenciesOfQuery(view: StoredQuery, catalog: Catalog): readonly ObjectId[] {
  const read =
    view.uses === undefined ? mentionedObjects(view.query, catalog) : usedObjects(view.uses, catalog);
  return [objectId("schema", view.schema), ...read];
}

/** The names that any relation takes: its own, and that of its row type. */
export function slotsOfRelation({ schema, name }: StoredQuery): readonly string[] {
  return [relationSlot(schema, name), `type ${schema}.${name}`];
}

/** The query, for the judge. */
export function textsOfQuery({ query }: StoredQuery): JudgedTexts {
  return { query: { role: "query", text: query } };
}

/** Takes up what the judge said: an equal query reads what the database's reads, another one may have been read. */
export function learnQuery<T extends StoredQuery>(
  from: T,
  to: T,
  { query }: Readonly<Record<string, Verdict>>,
): T {
  if (query?.equal !== false) return { ...to, columns: from.columns, uses: from.uses };
  return query.columns === undefined ? to : { ...to, columns: query.columns };
}

/** A star, or NATURAL JOIN: what the query means changes with the columns of what it reads. */
const ALL_COLUMNS = /(?:\bselect|\bdistinct|\ball|[,.])\s*\*|\bnatural\b/i;

/** Whether a query that means the same today does so after the change: one with a star need not. */
export function holdsAfter(from: StoredQuery, to: StoredQuery, context: ChangeContext): boolean {
  if (!ALL_COLUMNS.test(to.query)) return true;
  return !(from.uses ?? []).some(
    ({ kind, schema, name }) => kind === "relation" && changesColumns(schema, name, context),
  );
}

function changesColumns(schema: string, name: string, { from, to }: ChangeContext): boolean {
  const [before, after] = [columnIds(schema, name, from), columnIds(schema, name, to)];
  if (before.size !== after.size || [...before].some((id) => !after.has(id))) return true;
  return ["view", "materializedView"].some((kind) => {
    const [view, model] = [from, to].map(({ objects }) => objects.get(objectId(kind, schema, name)));
    return isQuery(view) && isQuery(model) && !holdsAfter(view, model, { from, to });
  });
}

function isQuery(object: object | undefined): object is StoredQuery {
  return object !== undefined && "query" in object;
}

function columnIds(schema: string, table: string, catalog: Catalog): ReadonlySet<ObjectId> {
  const found = objectsIn({ schema, table }, "column", catalog);
  return new Set(found.map(({ name }) => objectId("column", schema, table, name)));
}

/** Whether CREATE OR REPLACE VIEW accepts the new columns: those that were there, and others behind them. */
export function extendsColumns(
  from: readonly QueryColumn[] | undefined,
  to: readonly QueryColumn[] | undefined,
): boolean {
  if (from === undefined || to === undefined) return false;
  return from.every(({ name, type, collation }, i) => {
    const other = to[i];
    return other?.name === name && other.type === type && other.collation === collation;
  });
}

/** Gives a view that was made anew what Drizzle cannot say, as far as it still has the columns for it. */
export function restoringCalls(view: StoredQuery): readonly Call[] {
  const has = columnTest(view);
  return executing((view.extras ?? []).filter(({ columns }) => columns.every(has)));
}

/** Gives the columns that a view gets back what Drizzle cannot say of them. */
export function restoringColumns(from: StoredQuery, to: StoredQuery): readonly Call[] {
  const had = columnTest(from);
  return executing((to.extras ?? []).filter(({ columns }) => !columns.every(had)));
}

function executing(extras: readonly Extra[]): readonly Call[] {
  return extras.map(({ sql }) => call("execute", sql));
}

/** Of a query that nobody could read yet, a column may be any word of it. */
function columnTest({ query, columns }: StoredQuery): (column: string) => boolean {
  const names = new Set(columns?.map(({ name }) => name) ?? identifiersIn(query));
  const any = columns === undefined && ALL_COLUMNS.test(query);
  return (column) => any || names.has(column);
}
