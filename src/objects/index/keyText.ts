import { truncateIdentifier } from "../../catalog/name.ts";
import type { IndexKey } from "./shape.ts";

/** The table an index lies on, as far as the text of a key can name it. */
export interface KeyTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** Strings, dollar quotes, quoted and plain names, numbers; anything else is a character of its own. */
const TOKEN =
  /\s+|--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$(?:[A-Za-z_]\w*)?\$)[\s\S]*?\1|"(?:[^"]|"")*"|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*|[\d.]+|[\s\S]/g;
const BLANK = /^(?:\s|--|\/\*)/;
const NAME = /^(?:"|[A-Za-z_\u0080-\uffff])/;

/** A token, or everything between two parentheses and these. */
interface Piece {
  readonly text: string;
  readonly end: number;
}

/**
 * Takes the SQL of an index key apart as CREATE INDEX does: a column, a function call or a parenthesis, then COLLATE,
 * an operator class, ASC or DESC, NULLS FIRST or LAST. What fits nothing of this is an expression as a whole.
 */
export function parseIndexKey(text: string, table: KeyTable): IndexKey {
  const { rest, ...ordering } = splitOrdering(pieces(text));
  const { head, collation, opclass } = splitHead(text, rest);
  const column = columnOf(head, table);
  return {
    ...(column === undefined ? { expression: withoutParentheses(head) } : { column }),
    ...(opclass === undefined ? {} : { opclass }),
    ...(collation === undefined ? {} : { collation }),
    ...ordering,
  };
}

/** Cuts SQL into pieces; a parenthesis and what it holds is one. */
function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (depth === 0) start = index;
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    const end = index + token.length;
    if (depth <= 0 && !BLANK.test(token)) found.push({ text: text.slice(start, end), end });
  }
  return found;
}

function splitOrdering(
  all: readonly Piece[],
): Pick<IndexKey, "order" | "nulls"> & { readonly rest: readonly Piece[] } {
  const words = all.map((piece) => piece.text.toLowerCase());
  const end = words.at(-1);
  const saysNulls = words.at(-2) === "nulls" && (end === "first" || end === "last");
  const nulls = saysNulls ? end : undefined;
  const beforeNulls = saysNulls ? all.slice(0, -2) : all;
  const direction = beforeNulls.at(-1)?.text.toLowerCase();
  const saysOrder = beforeNulls.length > 1 && (direction === "asc" || direction === "desc");
  const order = saysOrder ? direction : "asc";
  const rest = saysOrder ? beforeNulls.slice(0, -1) : beforeNulls;
  return { order, nulls: nulls ?? (order === "desc" ? "first" : "last"), rest };
}

interface Head {
  readonly head: string;
  readonly collation?: string | undefined;
  readonly opclass?: string | undefined;
}

function splitHead(text: string, all: readonly Piece[]): Head {
  const whole = { head: text.slice(0, all.at(-1)?.end ?? text.length).trim() };
  const headLength = lengthOfHead(all);
  const last = all[headLength - 1];
  if (last === undefined) return whole;
  let at = headLength;
  const saysCollate = all[at]?.text.toLowerCase() === "collate";
  const collation = saysCollate ? nameAt(all, at + 1) : undefined;
  if (saysCollate && collation === undefined) return whole;
  at += collation === undefined ? 0 : 1 + collation.length;
  const opclass = nameAt(all, at);
  at += opclass?.length ?? 0;
  const parameters = opclass !== undefined && all[at]?.text.startsWith("(") ? all[at] : undefined;
  if (at + (parameters === undefined ? 0 : 1) !== all.length) return whole;
  return {
    head: text.slice(0, last.end).trim(),
    collation: collation?.text,
    opclass: opclass === undefined ? undefined : opclass.text + (parameters?.text ?? ""),
  };
}

/** How many pieces the column, call or parenthesis at the start has; 0 where there is none. */
function lengthOfHead(all: readonly Piece[]): number {
  if (all[0]?.text.startsWith("(")) return 1;
  const name = nameAt(all, 0);
  if (name === undefined) return 0;
  return name.length + (all[name.length]?.text.startsWith("(") ? 1 : 0);
}

/** Words that would be taken for the name of an operator class where they are operators. */
const OPERATORS = new Set(
  "and or not in is isnull notnull like ilike similar between overlaps collate at over operator from then".split(
    " ",
  ),
);

/** A possibly qualified name, with the number of its pieces. */
function nameAt(
  all: readonly Piece[],
  at: number,
): { readonly text: string; readonly length: number } | undefined {
  const first = all[at]?.text;
  if (first === undefined || !NAME.test(first) || OPERATORS.has(first.toLowerCase())) return undefined;
  const next = all[at + 2]?.text;
  if (all[at + 1]?.text !== "." || next === undefined || !NAME.test(next)) return { text: first, length: 1 };
  const rest = nameAt(all, at + 2);
  return rest === undefined ? undefined : { text: `${first}.${rest.text}`, length: rest.length + 2 };
}

/** The column that a text names, with or without its table, in parentheses or not. */
function columnOf(head: string, { table, columns }: KeyTable): string | undefined {
  const all = pieces(withoutParentheses(head)).map((piece) => piece.text);
  if (all.length === 0 || all.some((text, i) => (i % 2 === 0 ? !NAME.test(text) : text !== ".")))
    return undefined;
  const names = all.filter((_, i) => i % 2 === 0).map((name) => truncateIdentifier(unquote(name)));
  const [name, owner] = [names.at(-1), names.at(-2)];
  if (name === undefined || names.length > 3 || (owner !== undefined && owner !== table)) return undefined;
  return columns.includes(name) ? name : undefined;
}

function unquote(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}

function withoutParentheses(text: string): string {
  const trimmed = text.trim();
  const all = pieces(trimmed);
  const enclosed = all.length === 1 && trimmed.startsWith("(") && trimmed.endsWith(")");
  return enclosed ? withoutParentheses(trimmed.slice(1, -1)) : trimmed;
}
