import { DEFAULT_SCHEMA, type QualifiedName } from "../catalog/name.ts";

/** A name in a revision file: a plain string lies in schema public. */
export type Name = string | { readonly schema: string; readonly name: string };

/** Quotes one identifier. The only place where identifiers are quoted. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Quotes a string literal for any setting of standard_conforming_strings. The only place where literals are quoted. */
export function quoteLiteral(text: string): string {
  const doubled = text.replaceAll("'", "''");
  return text.includes("\\") ? `E'${doubled.replaceAll("\\", "\\\\")}'` : `'${doubled}'`;
}

/** An author's SQL text as part of a statement: a line break follows what may end in a comment. */
export function embedded(text: string): string {
  return text.includes("--") ? `${text}\n` : text;
}

/** Resolves a name of a revision file. */
export function toQualified(name: Name): QualifiedName {
  return typeof name === "string"
    ? { schema: DEFAULT_SCHEMA, name }
    : { schema: name.schema, name: name.name };
}

/** The shortest way to write a qualified name in a revision file. */
export function toName({ schema, name }: QualifiedName): Name {
  return schema === DEFAULT_SCHEMA ? name : { schema, name };
}

/** A name as SQL, always qualified, so that no search_path can change its meaning. */
export function sqlName(name: Name): string {
  const qualified = toQualified(name);
  return `${quoteIdentifier(qualified.schema)}.${quoteIdentifier(qualified.name)}`;
}

/** Column names as SQL: `"a", "b"`. */
export function sqlColumns(columns: readonly string[]): string {
  return columns.map(quoteIdentifier).join(", ");
}

/** A name as people write it in comments and messages. */
export function displayOf(name: Name): string {
  const { schema, name: local } = toQualified(name);
  return schema === DEFAULT_SCHEMA ? local : `${schema}.${local}`;
}
