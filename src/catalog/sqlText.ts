import { truncateIdentifier } from "./name.ts";

// One token of SQL: strings, dollar quotes and comments are matched so that nothing inside them is taken for a name.
const TOKEN =
  /--[^\n]*|\/\*[\s\S]*?\*\/|[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|(\$[A-Za-z_\u0080-\uffff\w]*\$)[\s\S]*?\1|"((?:[^"]|"")*)"|([A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)/g;

/** The identifiers and words of a piece of SQL, unquoted, folded and cut as Postgres does it, in their order. */
export function identifiersIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const [, , quoted, plain] of text.matchAll(TOKEN)) {
    if (quoted !== undefined) found.push(quoted.replaceAll('""', '"'));
    else if (plain !== undefined) found.push(plain.toLowerCase());
  }
  return found.map(truncateIdentifier);
}

/** A relation as a query names it; no schema where the search path decides. */
export interface RelationName {
  readonly schema: string | undefined;
  readonly name: string;
}

// What `identifiersIn` knows, and the marks between which relations stand.
const MARK = new RegExp(`${TOKEN.source}|[().,;]`, "g");

/** Words that may stand where a relation is expected, and are none. */
const BEFORE_RELATION = new Set(["only", "lateral", "from", "join", "select", "values", "with"]);

/** Words after which no comma leads to another relation. */
const AFTER_RELATIONS = new Set(
  "where group having window union intersect except order limit offset fetch for select returning".split(" "),
);

/**
 * The relations that a query reads: the names after FROM and JOIN, and after the commas between. Names of common table
 * expressions and columns after the FROM of extract() are among them: the caller knows which relations there are.
 */
export function relationsIn(query: string): readonly RelationName[] {
  const found: RelationName[] = [];
  const tokens = marks(query);
  // Whether commas lead to relations, for each open parenthesis; whether a relation is to come.
  const state: ReadingState = { lists: [false], expected: false };
  for (const [at, token] of tokens.entries()) {
    const isName = token.name !== undefined && !BEFORE_RELATION.has(token.word ?? "");
    if (!state.expected || !isName) advance(state, token);
    else {
      const second = tokens[at + 1]?.text === "." ? tokens[at + 2]?.name : undefined;
      found.push({ schema: second === undefined ? undefined : token.name, name: second ?? token.name ?? "" });
      state.expected = false;
    }
  }
  return found;
}

interface Mark {
  readonly text: string;
  /** An identifier, unquoted. */
  readonly name: string | undefined;
  /** An identifier that is not quoted, and so may be a keyword. */
  readonly word: string | undefined;
}

function marks(query: string): readonly Mark[] {
  return [...query.matchAll(MARK)].map((token) => ({
    text: token[0],
    name: identifier(token),
    word: token[3]?.toLowerCase(),
  }));
}

/** The names of the common table expressions in a query, and perhaps a few names more. */
export function commonTablesIn(query: string): readonly string[] {
  const tokens = marks(query);
  return tokens.flatMap(({ word }, at) => {
    const next = tokens
      .slice(at + 1, at + 4)
      .find((token) => !/^(?:not|materialized)$/.test(token.word ?? ""));
    if (word !== "as" || next?.text !== "(") return [];
    return tokens[beforeColumns(tokens, at - 1)]?.name ?? [];
  });
}

/** Where the name stands that a list of columns may follow. */
function beforeColumns(tokens: readonly Mark[], last: number): number {
  if (tokens[last]?.text !== ")") return last;
  return tokens.findLastIndex(({ text }, at) => at < last && text === "(") - 1;
}

interface ReadingState {
  readonly lists: boolean[];
  expected: boolean;
}

function advance(state: ReadingState, { text, word }: Mark): void {
  const { lists } = state;
  if (text === "(") lists.push(state.expected);
  else if (text === ")") lists.pop();
  else if (text === ",") state.expected = lists.at(-1) === true;
  else if (word === "from" || word === "join") {
    lists[lists.length - 1] = true;
    state.expected = true;
  } else if (word !== undefined && AFTER_RELATIONS.has(word)) {
    lists[lists.length - 1] = false;
    state.expected = false;
  }
}

/**
 * The text with the columns of one table named without its schema: `app.users.id` becomes `users.id`, and `app.users`,
 * which is no column, stays.
 */
export function withoutSchema(text: string, schema: string, table: string): string {
  const tokens = [...text.matchAll(MARK)];
  const nameAt = (at: number): string | undefined => identifier(tokens[at]);
  const isDot = (at: number): boolean => tokens[at]?.[0] === ".";
  const cuts = tokens.flatMap((token, at) => {
    const qualifies = nameAt(at) === schema && isDot(at + 1) && nameAt(at + 2) === table && isDot(at + 3);
    const end = tokens[at + 2]?.index;
    return qualifies && !isDot(at - 1) && end !== undefined ? [{ start: token.index, end }] : [];
  });
  return cuts.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

function identifier(token: RegExpMatchArray | undefined): string | undefined {
  const name = token?.[2]?.replaceAll('""', '"') ?? token?.[3]?.toLowerCase();
  return name === undefined ? undefined : truncateIdentifier(name);
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
  if (!identifier.startsWith('"')) return truncateIdentifier(identifier.toLowerCase());
  return truncateIdentifier(identifier.slice(1, -1).replaceAll('""', '"'));
}
