import type { Catalog } from "../catalog/catalog.ts";
import { DEFAULT_SCHEMA, objectId, type ObjectId } from "../catalog/name.ts";
import { identifiersIn, parseTypeName } from "../catalog/sqlText.ts";

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

/** The columns of the object's table that SQL texts may mention: a word that only looks like one counts too. */
export function mentionedColumns(object: InTable, texts: readonly string[], catalog: Catalog): readonly ObjectId[] {
  const words = [...new Set(texts.flatMap(identifiersIn))];
  return columnsOf(object, words).filter((id) => catalog.objects.has(id));
}

/** The enum type and the sequences that SQL texts may name, with the schema written out or not. */
export function mentionedTypes(text: string): readonly ObjectId[] {
  const type = parseTypeName(text);
  return type === null ? [] : [objectId("enum", type.schema ?? DEFAULT_SCHEMA, type.name)];
}

/** The sequences whose names stand in the string literals of a default: nextval('public.counter'::regclass). */
export function mentionedSequences(text: string, catalog: Catalog): readonly ObjectId[] {
  const literals = [...text.matchAll(/'((?:[^']|'')*)'/g)].map((match) => (match[1] ?? "").replaceAll("''", "'"));
  const ids = literals.map(parseTypeName).flatMap((name) =>
    name === null ? [] : [objectId("sequence", name.schema ?? DEFAULT_SCHEMA, name.name)],
  );
  return ids.filter((id) => catalog.objects.has(id));
}

/** Postgres keeps tables, indexes, sequences and views of a schema in one name space. */
export function relationSlot(schema: string, name: string): string {
  return `relation ${schema}.${name}`;
}

/** Constraint names are unique within their table. */
export function constraintSlot({ schema, table }: InTable, name: string): string {
  return `constraint ${schema}.${table}.${name}`;
}
