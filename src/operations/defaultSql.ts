import { embedded } from "./sql.ts";

// Strings, comments and names as wholes; what else there is comes as single signs.
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|"(?:[^"]|"")*"|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|[\d.]+(?:[eE][+-]?\d+)?|::|[\s\S]/g;

/** Words of expressions that the grammar admits in parentheses only, after DEFAULT in CREATE TABLE and ADD COLUMN. */
const OPERATORS = new Set(
  "and or not at collate like ilike similar between in is isnull notnull overlaps operator case".split(" "),
);
const SIGN = /^[-+*/<>=~!@#%^&|`?]$/;

/**
 * A default as it follows the word DEFAULT. Anything but a literal, a call, or a cast of these stands in parentheses,
 * since the grammar takes no `now() AT TIME ZONE 'utc'` there (b_expr).
 */
export function defaultSql(text: string): string {
  return isPlain(text) ? embedded(text) : `(${embedded(text)})`;
}

function isPlain(text: string): boolean {
  const outside = tokensOutside(text);
  const signed = outside[0] === "-" || outside[0] === "+" ? outside.slice(1) : outside;
  return !signed.some((token) => SIGN.test(token) || OPERATORS.has(token.toLowerCase()));
}

/** The tokens that stand in no parentheses or brackets, without comments. */
function tokensOutside(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === ")" || token === "]") depth -= 1;
    if (depth === 0 && !/^(?:\s|--|\/\*)/.test(token)) found.push(token);
    if (token === "(" || token === "[") depth += 1;
  }
  return found;
}
