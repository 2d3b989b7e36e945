/** A piece of a statement that can be a name or a keyword, or a single sign. Strings and comments are left out. */
export interface Token {
  readonly kind: "word" | "quoted" | "sign";
  /** A word in lower case, as Postgres folds it; a quoted name without its quotes. */
  readonly text: string;
}

/** One statement of a text, without its semicolon. */
export interface SqlStatement {
  readonly sql: string;
  readonly tokens: readonly Token[];
}

// Sticky, so that each match starts where the last one ended. Nested comments are handled apart.
const LEXEME =
  /(?<space>\s+|--[^\n]*)|(?<string>[eE]'(?:[^'\\]|\\[\s\S]|'')*'?|'(?:[^']|'')*'?|(?<tag>\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$)[\s\S]*?(?:\k<tag>|$(?![\s\S])))|"(?<quoted>(?:[^"]|"")*)"?|(?<word>[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)|(?<sign>[\s\S])/y;

/** Splits a text at its semicolons as psql does; empty statements are left out. Never throws. */
export function splitStatements(text: string): readonly SqlStatement[] {
  const statements: SqlStatement[] = [];
  let depth = new Depth();
  let tokens: Token[] = [];
  let start = 0;
  const finish = (end: number): void => {
    if (tokens.length > 0) statements.push({ sql: text.slice(start, end).trim(), tokens });
    [depth, tokens, start] = [new Depth(), [], end + 1];
  };
  for (const { token, index } of tokensOf(text)) {
    if (token.kind === "sign" && token.text === ";" && depth.atTop) finish(index);
    else {
      depth.enter(token);
      tokens.push(token);
    }
  }
  finish(text.length);
  return statements;
}

function* tokensOf(text: string): Generator<{ readonly token: Token; readonly index: number }> {
  let index = 0;
  while (index < text.length) {
    if (text.startsWith("/*", index)) {
      index = endOfComment(text, index);
      continue;
    }
    LEXEME.lastIndex = index;
    const match = LEXEME.exec(text);
    if (match === null) return;
    const token = tokenOf(match.groups ?? {});
    if (token !== null) yield { token, index };
    index += match[0].length;
  }
}

function tokenOf({ word, quoted, sign }: Readonly<Record<string, string | undefined>>): Token | null {
  if (word !== undefined) return { kind: "word", text: word.toLowerCase() };
  if (quoted !== undefined) return { kind: "quoted", text: quoted.replaceAll('""', '"') };
  return sign === undefined ? null : { kind: "sign", text: sign };
}

/** Postgres's comments nest. */
function endOfComment(text: string, start: number): number {
  const edges = /\/\*|\*\//g;
  edges.lastIndex = start;
  let depth = 0;
  for (let edge = edges.exec(text); edge !== null; edge = edges.exec(text)) {
    depth += edge[0] === "/*" ? 1 : -1;
    if (depth === 0) return edges.lastIndex;
  }
  return text.length;
}

/**
 * Where a semicolon does not end the statement: in parentheses (CREATE RULE), and between BEGIN ATOMIC and END of a
 * function's body, in which CASE has an END of its own.
 */
class Depth {
  #parentheses = 0;
  #blocks = 0;
  #first: string[] = [];
  #previous = "";

  get atTop(): boolean {
    return this.#parentheses === 0 && this.#blocks === 0;
  }

  enter({ kind, text }: Token): void {
    if (kind === "sign" && text === "(") this.#parentheses += 1;
    else if (kind === "sign" && text === ")") this.#parentheses = Math.max(0, this.#parentheses - 1);
    else if (kind === "word") this.#word(text);
  }

  #word(text: string): void {
    if (this.#first.length < 4) this.#first.push(text);
    if (this.#isRoutine()) this.#blocks += this.#change(text);
    this.#previous = text;
  }

  #change(text: string): number {
    if (text === "atomic" && this.#previous === "begin") return 1;
    if (this.#blocks === 0) return 0;
    if (text === "case") return 1;
    return text === "end" ? -1 : 0;
  }

  #isRoutine(): boolean {
    const [first, second, third, fourth] = this.#first;
    const kind = second === "or" && third === "replace" ? fourth : second;
    return first === "create" && (kind === "function" || kind === "procedure");
  }
}

/** The command of a statement that begins or ends a transaction, in capitals; null for every other statement. */
export function transactionControl({ tokens }: SqlStatement): string | null {
  const [first, second, third] = tokens.slice(0, 3).map(({ kind, text }) => (kind === "word" ? text : ""));
  switch (first) {
    case "begin":
    case "commit":
    case "end":
    case "abort":
      return first.toUpperCase();
    case "start":
    case "prepare":
      return second === "transaction" ? `${first.toUpperCase()} TRANSACTION` : null;
    case "rollback":
      // ROLLBACK TO a savepoint stays in the transaction.
      return second === "to" || third === "to" ? null : "ROLLBACK";
    default:
      return null;
  }
}
