import { createHash } from "node:crypto";
import type { Catalog } from "../catalog/catalog.ts";
import type { ObjectId, QualifiedName } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind } from "../catalog/object.ts";
import { InternalError } from "../errors.ts";
import { SHARED_CTES } from "../objects/catalogSql.ts";
import { databaseReaders, type DatabaseReader } from "../objects/databaseReaders.ts";
import { idOf } from "../objects/dispatch.ts";
import type { SharedSelection } from "../objects/selection.ts";
import { rows, text } from "../objects/row.ts";
import type { Session } from "./session.ts";
import { PINNED_SETTINGS, rolledBack } from "./transaction.ts";

/** What to read. */
export interface ReadOptions {
  /** The schemas in scope, by name or by a question asked of every schema but Postgres's own. */
  readonly schemas: readonly string[] | ((name: string) => boolean);
  /** Tables that are invisible with everything on them: the version table. */
  readonly exclude?: readonly QualifiedName[] | undefined;
  /** Tables outside the schemas in scope that the models have policies on: those are read, and nothing else there. */
  readonly tables?: readonly QualifiedName[] | undefined;
  /** What to read of what all databases of the server share, `named` being what the models name; nothing unless said. */
  readonly shared?: (SharedSelection & { readonly named: readonly string[] }) | null | undefined;
}

// The object kinds, in the order of the catalog. Object.keys loses the type of the keys.
const KINDS = Object.keys(databaseReaders) as readonly ObjectKind[];

// With a bare search_path Postgres qualifies every name outside pg_catalog; temporary objects must not shadow any.
const OPENING = `SET LOCAL search_path = pg_catalog, pg_temp; ${PINNED_SETTINGS}`;

/**
 * Reads the schemas in scope in one snapshot: three round trips (BEGIN, one query for everything, ROLLBACK), and one
 * more where `schemas` is a predicate, whatever the number of schemas and tables.
 */
export async function readDatabase(session: Session, options: ReadOptions): Promise<Catalog> {
  return (await readCatalogText(session, options)).toCatalog();
}

/** What a server says of the schemas in scope, not yet taken apart. */
export interface CatalogText {
  /** Equal for equal texts. */
  readonly digest: string;
  toCatalog(): Catalog;
}

/** Reads the same as `readDatabase` does, for those who may not need all of it. */
export async function readCatalogText(
  session: Session,
  { schemas, exclude = [], tables = [], shared = null }: ReadOptions,
): Promise<CatalogText> {
  const row = await rolledBack(session, "ISOLATION LEVEL REPEATABLE READ, READ ONLY", OPENING, async () => {
    const names = typeof schemas === "function" ? (await schemaNames(session)).filter(schemas) : schemas;
    const parameters = [JSON.stringify(names), JSON.stringify(exclude), JSON.stringify({ tables, shared })];
    return (await session.query(STATEMENT, parameters))[0];
  });
  if (row === undefined) throw new InternalError("The catalog query gave no row.");
  return {
    digest: digestOf(KINDS.map((kind) => text(row, kind))),
    toCatalog: () => ({ objects: new Map(KINDS.flatMap((kind) => objects(kind, text(row, kind)))) }),
  };
}

function digestOf(texts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of texts) hash.update(part).update("\0");
  return hash.digest("base64url");
}

async function schemaNames(session: Session): Promise<readonly string[]> {
  const found = await session.query(
    "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' ORDER BY nspname",
  );
  return found.map((row) => text(row, "nspname"));
}

function objects(kind: ObjectKind, json: string): readonly (readonly [ObjectId, CatalogObject])[] {
  // The record maps each kind to its own reader; TypeScript cannot correlate the two unions.
  const reader = databaseReaders[kind] as DatabaseReader<ObjectKind>;
  const found: unknown = JSON.parse(json);
  return rows({ [kind]: found }, kind).map((row) => {
    const object = { kind, ...reader.fromRow(row) } as CatalogObject;
    return [idOf(object), object];
  });
}

const STATEMENT = `WITH ${SHARED_CTES} SELECT ${KINDS.map(
  (kind) => `(SELECT coalesce(json_agg(o), '[]')::text FROM (${databaseReaders[kind].query}) o) AS "${kind}"`,
).join(",\n")}`;
