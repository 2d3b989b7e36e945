// Postgres prints strings, quoted names and parentheses; dollar quotes and comments never.
const TOKEN = /[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|[()]/g;

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
