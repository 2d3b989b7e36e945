import { withColumns } from "./expressions.ts";
import type { Named, RandomExpression, SequenceOptions } from "./model.ts";
import { spelled } from "./random.ts";

/** Words that mean something in the places where names stand. */
const KEYWORDS = new Set([
  "order",
  "user",
  "select",
  "desc",
  "default",
  "position",
  "value",
  "type",
  "nulls",
  "name",
]);

/** A quoted identifier. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** An identifier, quoted or, where it can do without, in small or large letters. */
export function name(text: string, seed: number): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(text) || KEYWORDS.has(text)) return quoted(text);
  return spelled(seed, `name ${text}`, [text, text.toUpperCase(), quoted(text)]);
}

/** A name with its schema, which may be left out for public. */
export function qualified(named: Named, seed: number): string {
  const own = name(named.name, seed);
  if (named.schema !== "public") return `${name(named.schema, seed)}.${own}`;
  return spelled(seed, `schema of ${named.name}`, [own, `public.${own}`, `"public".${own}`]);
}

/** The options of a sequence; what Postgres would choose anyway is said or not. */
export function optionsSql(options: SequenceOptions, id: string, seed: number): string {
  const { increment, minValue, maxValue, startWith, cache, cycle } = options;
  const said = (
    value: number | undefined,
    usual: number | undefined,
    ...spellings: readonly string[]
  ): string => {
    const text =
      value ??
      (usual !== undefined && spelled(seed, `${id} ${spellings[0]}`, [true, false]) ? usual : undefined);
    return text === undefined ? "" : `${spelled(seed, `${id} as ${spellings[0]}`, spellings)} ${text}`;
  };
  return [
    said(increment, 1, "INCREMENT BY", "INCREMENT"),
    minValue === undefined ? spelled(seed, `${id} no min`, ["", "NO MINVALUE"]) : `MINVALUE ${minValue}`,
    maxValue === undefined ? spelled(seed, `${id} no max`, ["", "NO MAXVALUE"]) : `MAXVALUE ${maxValue}`,
    said(startWith, minValue ?? 1, "START WITH", "START"),
    said(cache, 1, "CACHE"),
    cycle === true ? "CYCLE" : spelled(seed, `${id} no cycle`, ["", "NO CYCLE"]),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

/** An expression in one of its spellings. */
export function expressionSql(expression: RandomExpression, id: string, seed: number): string {
  const spelling = spelled(seed, `${id} ${expression.spellings[0]}`, expression.spellings);
  return withColumns(expression, spelling, (column) => name(column, seed));
}
