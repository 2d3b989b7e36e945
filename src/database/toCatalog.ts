import { createHash } from "node:crypto";
import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId, QualifiedName } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind } from "../catalog/object.ts";
import { InternalError } from "../errors.ts";
import { SHARED_CTES } from "../objects/catalogSql.ts";
import { databaseReaders, type DatabaseReader } from "../objects/databaseReaders.ts";
import { idOf } from "../objects/dispatch.ts";
import { heldFromRow, heldQuery } from "../objects/held.ts";
import { kindOfRelkind } from "../objects/relation.ts";
import type { SharedSelection } from "../objects/selection.ts";
import { rows, text, type CatalogRow } from "../objects/row.ts";
import { unreadFromRow, unreadQuery, type UnreadRelation } from "../objects/unread.ts";
import type { Session } from "./session.ts";
import { BARE_PATH, PINNED_SETTINGS, rolledBack } from "./transaction.ts";

/** What to read. */
export interface ReadOptions {
  /** The schemas in scope, by name or by a question asked of every schema but Postgres's own. */
  readonly schemas: readonly string[] | ((name: string) => boolean | Promise<boolean>);
  /** Tables that are invisible with everything on them: the version table. */
  readonly exclude?: readonly QualifiedName[] | undefined;
  /** Chooses among the relations of these schemas, by name, those that are invisible too. */
  readonly invisible?: InvisibleRelations | undefined;
  /** Tables outside the schemas in scope that the models have policies on: those are read, and nothing else there. */
  readonly tables?: readonly QualifiedName[] | undefined;
  /** What to read of what all databases of the server share, `named` being what the models name; nothing unless said. */
  readonly shared?: (SharedSelection & { readonly named: readonly string[] }) | null | undefined;
}

/** A table, view or materialized view of which only the name is known. */
export interface RelationName extends QualifiedName {
  readonly kind: ObjectKind;
}

/** Gives those of the relations that are not to be read. */
export type InvisibleRelations = (relations: readonly RelationName[]) => Promise<readonly QualifiedName[]>;

// The object kinds, in the order of the catalog. Object.keys loses the type of the keys.
const KINDS = Object.keys(databaseReaders) as readonly ObjectKind[];

// With a bare search_path Postgres qualifies every name outside pg_catalog; temporary objects must not shadow any.
// What is out of scope is passed over by index: scanned, the catalogs would take longer with every table in them.
const OPENING = `${BARE_PATH}; ${PINNED_SETTINGS}; SET LOCAL enable_seqscan = off`;

/**
 * Reads the schemas in scope in one snapshot: three round trips (BEGIN, one query for everything, ROLLBACK), and one
 * more where `schemas` is a predicate, two where relations can be invisible, whatever the number of schemas and tables.
 */
export async function readDatabase(session: Session, options: ReadOptions): Promise<Catalog> {
  return (await readCatalogText(session, options)).toCatalog();
}

/** What a server says of the schemas in scope, not yet taken apart. */
export interface CatalogText {
  /** Equal for equal texts. */
  readonly digest: string;
  /** What relations need that are invisible: it cannot be dropped. */
  readonly held: ReadonlySet<ObjectId>;
  toCatalog(): Catalog;
  /** The relations that the catalog leaves out. */
  unread(): readonly UnreadRelation[];
  /** All of it, to be kept. */
  readonly answer: Answer;
}

/** An answer of a server, with what was asked. */
export interface Answer {
  readonly parameters: readonly string[];
  readonly held: readonly ObjectId[];
  /** JSON by kind, and of the relations that the catalog leaves out. */
  readonly texts: Readonly<Record<string, string>>;
}

/** Reads the same as `readDatabase` does, for those who may not need all of it. */
export async function readCatalogText(
  session: Session,
  { schemas, exclude = [], invisible, tables = [], shared = null }: ReadOptions,
): Promise<CatalogText> {
  const read = await rolledBack(session, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", OPENING, async () => {
    const names = typeof schemas === "function" ? await schemaNames(session, schemas) : schemas;
    const hidden = invisible === undefined ? [] : await invisible(await relationNames(session, names));
    const parameters = [names, [...exclude, ...hidden], { tables, shared }].map((value) =>
      JSON.stringify(value),
    );
    const held = hidden.length === 0 ? [] : await session.query(heldQuery, [JSON.stringify(hidden)]);
    return { parameters, held: held.map(heldFromRow), row: (await session.query(STATEMENT, parameters))[0] };
  });
  const { parameters, held, row } = read;
  if (row === undefined) throw new InternalError("The catalog query gave no row.");
  const texts = Object.fromEntries([...KINDS, UNREAD].map((part) => [part, text(row, part)]));
  return catalogText({ parameters, held, texts });
}

/** The same from an answer that was kept. */
export function catalogText(answer: Answer): CatalogText {
  const { parameters, held, texts } = answer;
  return {
    answer,
    // What was not to be read is part of the answer.
    digest: digestOf([...parameters, ...held, ...[...KINDS, UNREAD].map((part) => text(texts, part))]),
    held: new Set(held),
    toCatalog: () => ({ objects: new Map(KINDS.flatMap((kind) => objects(kind, text(texts, kind)))) }),
    unread: () => rowsIn(text(texts, UNREAD)).map(unreadFromRow),
  };
}

/** The part of the answer that is about no kind. */
const UNREAD = "unread";

function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of texts) hash.update(part).update("\0");
  return hash.digest("base64url");
}

/** The names of the schemas that a predicate chooses. */
export async function schemaNames(
  session: Session,
  inScope: (name: string) => boolean | Promise<boolean>,
): Promise<readonly string[]> {
  const found = await session.query(
    "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY nspname",
  );
  const names: string[] = [];
  for (const row of found) {
    const name = text(row, "nspname");
    if (await inScope(name)) names.push(name);
  }
  return names;
}

async function relationNames(session: Session, schemas: readonly string[]): Promise<readonly RelationName[]> {
  const found = await session.query(RELATIONS, [JSON.stringify(schemas)]);
  return found.flatMap((row) => {
    const kind = kindOfRelkind(text(row, "relkind"));
    return kind === null ? [] : [{ kind, schema: text(row, "nspname"), name: text(row, "relname") }];
  });
}

const RELATIONS = `SELECT n.nspname, c.relname, c.relkind::text AS relkind
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname IN (SELECT json_array_elements_text($1::json)) AND c.relkind IN ('r', 'p', 'v', 'm')
  ORDER BY n.nspname, c.relname`;

function objects(kind: ObjectKind, json: string): readonly (readonly [ObjectId, CatalogObject])[] {
  // The record maps each kind to its own reader; TypeScript cannot correlate the two unions.
  const reader = databaseReaders[kind] as DatabaseReader<ObjectKind>;
  return rowsIn(json).map((row) => {
    const object = { kind, ...reader.fromRow(row) } as CatalogObject;
    return [idOf(object), object];
  });
}

function rowsIn(json: string): readonly CatalogRow[] {
  const found: unknown = JSON.parse(json);
  return rows({ found }, "found");
}

const QUERIES: readonly (readonly [part: string, query: string])[] = [
  ...KINDS.map((kind) => [kind, databaseReaders[kind].query] as const),
  [UNREAD, unreadQuery],
];

const STATEMENT = `WITH ${SHARED_CTES} SELECT ${QUERIES.map(
  ([part, query]) => `(SELECT coalesce(json_agg(o), '[]')::text FROM (${query}) o) AS "${part}"`,
).join(",\n")}`;
