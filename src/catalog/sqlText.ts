// One token of SQL: strings, dollar quotes and comments are matched so that nothing inside them is taken for a name.
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$[A-Za-z_\u0080-\uffff\w]*\$)[\s\S]*?\1|"((?:[^"]|"")*)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/g;

/** The identifiers and words of a piece of SQL, unquoted and folded as Postgres folds them, in their order. */
export function identifiersIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, , quoted, plain] of text.matchAll(TOKEN)) {
    if (quoted !== undefined) found.push(quoted.replaceAll('""', '"'));
    else if (plain !== undefined) found.push(plain.toLowerCase());
  }
  return found;
}

/** A type name taken apart: `public.status[]` is schema public, name status, an array. */
export interface TypeName {
  readonly schema: string | undefined;
  readonly name: string;
  readonly array: boolean;
}

const TYPE =
  /^\s*(?:("(?:[^"]|"")*"|[\w$\u0080-\uffff]+)\s*\.\s*)?("(?:[^"]|"")*"|[\w$\u0080-\uffff ]+?)\s*(?:\([^)]*\))?\s*((?:\[\d*\])*)\s*$/;

/** Takes a type's SQL text apart; null where it is not a plain, possibly qualified name. */
export function parseTypeName(text: string): TypeName | null {
  const match = TYPE.exec(text);
  if (match === null || match[2] === undefined) return null;
  const schema = match[1] === undefined ? undefined : unquote(match[1]);
  return { schema, name: unquote(match[2]), array: (match[3] ?? "") !== "" };
}

function unquote(identifier: string): string {
  if (!identifier.startsWith('"')) return identifier.toLowerCase();
  return identifier.slice(1, -1).replaceAll('""', '"');
}
