// Postgres prints strings, quoted names and parentheses; dollar quotes and comments never.
const TOKEN = /[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g;

// An IN list over a varchar column, as Postgres prints it: an array of varchar, cast to text[].
const CAST_LIST = /\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]/g;

/**
 * Makes a printed expression mean what it meant. Postgres reads a cast of ARRAY[...] as a cast of each element, so
 * that what it prints for `a IN ('x', 'y')` comes out as another expression; a second cast keeps the array together.
 */
function reparsable(text: string): string {
  return text.replace(CAST_LIST, "(ARRAY[$1]::character varying[])::text[]");
}

/** An expression as Postgres printed it, in a form that gives the same expression when it is read again. */
export function printedExpression(text: string): string {
  return reparsable(withoutOuterParentheses(text));
}

/** A query as pg_get_viewdef prints it, without the space before and the semicolon behind. */
export function printedQuery(text: string): string {
  return text.trim().replace(/;$/, "");
}

/** Removes parentheses for as long as one balanced pair encloses the whole text. */
export function withoutOuterParentheses(text: string): string {
  let inner = text.trim();
  while (isEnclosed(inner)) inner = inner.slice(1, -1).trim();
  return inner;
}

/** Whether the parenthesis that opens the text is closed by its last character and not before. */
function isEnclosed(text: string): boolean {
  if (!text.startsWith("(") || !text.endsWith(")")) return false;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    if (depth === 0) return token === ")" && index === text.length - 1;
  }
  return false;
}
