// Strings, quoted names, dollar quotes and comments are passed over; a clause begins at one of the words.
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$[A-Za-z_\u0080-\uffff\w]*\$)[\s\S]*?\1|"(?:[^"]|"")*"|[()]|(?<!\b(?:left|right|full|inner|cross|outer|lateral|all|distinct|union|intersect|except))\s(?=(?:from|(?:(?:left|right|full|inner|cross) )?(?:outer )?(?:lateral )?join|where|group by|having|window|order by|limit|offset|union|intersect|except|select)\b)/gi;

const WIDTH = 80;

/** A query that a program wrote on one long line, with a line for each clause; an author's own lines stay. */
export function readable(query: string): string {
  if (query.length <= WIDTH || query.includes("\n")) return query;
  let depth = 0;
  return query.replace(TOKEN, (token: string) => {
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    return depth === 0 && /^\s$/.test(token) ? "\n" : token;
  });
}
