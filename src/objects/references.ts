import type { Catalog } from "../catalog/catalog.ts";
import { DEFAULT_SCHEMA, objectId, type ObjectId } from "../catalog/name.ts";
import type { CatalogObject, ObjectKind, ObjectOf } from "../catalog/object.ts";
import { identifiersIn, parseTypeName, type RelationName } from "../catalog/sqlText.ts";

/** What lies in a table. */
interface InTable {
  readonly schema: string;
  readonly table: string;
}

/** The id of the table that an object lies in. */
export function tableOf({ schema, table }: InTable): ObjectId {
  return objectId("table", schema, table);
}

/** The ids of columns of the object's table. */
export function columnsOf({ schema, table }: InTable, columns: readonly string[]): readonly ObjectId[] {
  return columns.map((column) => objectId("column", schema, table, column));
}

// A catalog never changes, and looking through all of it for every foreign key takes the square of their number.
const byTable = new WeakMap<Catalog, ReadonlyMap<ObjectId, readonly CatalogObject[]>>();

/** The objects of one kind that lie in a table. */
export function objectsIn<K extends ObjectKind>(
  table: InTable,
  kind: K,
  catalog: Catalog,
): readonly ObjectOf<K>[] {
  const index = byTable.get(catalog) ?? indexByTable(catalog);
  byTable.set(catalog, index);
  const found = (index.get(tableOf(table)) ?? []).filter((object) => object.kind === kind);
  // `kind` is the discriminant, which TypeScript cannot follow through a type parameter.
  return found as readonly unknown[] as readonly ObjectOf<K>[];
}

function indexByTable(catalog: Catalog): ReadonlyMap<ObjectId, readonly CatalogObject[]> {
  const index = new Map<ObjectId, CatalogObject[]>();
  for (const object of catalog.objects.values()) {
    if (!("table" in object)) continue;
    const known = index.get(tableOf(object));
    if (known === undefined) index.set(tableOf(object), [object]);
    else known.push(object);
  }
  return index;
}

/** The columns of the object's table that SQL texts may mention: a word that only looks like one counts too. */
export function mentionedColumns(
  object: InTable,
  texts: readonly string[],
  catalog: Catalog,
): readonly ObjectId[] {
  const words = [...new Set(texts.flatMap(identifiersIn))];
  return columnsOf(object, words).filter((id) => catalog.objects.has(id));
}

/** The enum type and the sequences that SQL texts may name, with the schema written out or not. */
export function mentionedTypes(text: string): readonly ObjectId[] {
  const type = parseTypeName(text);
  return type === null ? [] : [objectId("enum", type.schema ?? DEFAULT_SCHEMA, type.name)];
}

/** The names in the string literals of a default, which may be sequences: nextval('public.counter'::regclass). */
export function sequencesNamed(text: string): readonly RelationName[] {
  const literals = [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) =>
    (match[1] ?? "").replaceAll("''", "'"),
  );
  return literals.flatMap((literal) => parseTypeName(literal) ?? []);
}

/** The sequences that a default may read. */
export function mentionedSequences(text: string, catalog: Catalog): readonly ObjectId[] {
  return sequencesNamed(text)
    .map(({ schema, name }) => objectId("sequence", schema ?? DEFAULT_SCHEMA, name))
    .filter((id) => catalog.objects.has(id));
}

/** Postgres keeps tables, indexes, sequences and views of a schema in one name space. */
export function relationSlot(schema: string, name: string): string {
  return `relation ${schema}.${name}`;
}

/** Constraint names are unique within their table. */
export function constraintSlot({ schema, table }: InTable, name: string): string {
  return `constraint ${schema}.${table}.${name}`;
}
