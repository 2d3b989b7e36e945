import { withColumns } from "./expressions.ts";
import type { RandomExpression, RandomModel, RandomTable } from "./model.ts";
import { spelled } from "./random.ts";

/** What a writer needs to know beside what it writes. */
export interface Context {
  readonly model: RandomModel;
  readonly seed: number;
}

/** How a model of this seed turns keys into names, as both lines can: 0.45 in its configuration, 1.0 in the models. */
export type Casing = "snake_case" | "camelCase" | undefined;

export const quote: (value: unknown) => string = JSON.stringify;

/** The casing of all models of a seed. */
export function casingOf(seed: number): Casing {
  const casing = spelled(seed, "casing", ["none", "none", "snake_case", "camelCase"] as const);
  return casing === "none" ? undefined : casing;
}

/** The key from which a column gets its name; undefined where the column must say it. */
export function unnamedKey(
  table: Pick<RandomTable, "name">,
  column: string,
  seed: number,
): string | undefined {
  if (!spelled(seed, `${table.name} ${column} unnamed`, [true, false])) return undefined;
  const casing = casingOf(seed);
  if (casing === undefined || /^[a-z]+\d*$/.test(column)) return column;
  if (casing === "snake_case" && /^[a-z]+\d*(?:_[a-z]+)+$/.test(column))
    return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (casing === "camelCase" && /^[a-z]+\d*(?:[A-Z][a-z]+)+$/.test(column))
    return column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return undefined;
}

/** How the source refers to a column. */
export type ColumnSource = (column: string) => string;

/** The columns of a table that the source calls `variable`. */
export function columnsOf(
  variable: string,
  table: Pick<RandomTable, "name">,
  { seed }: Context,
): ColumnSource {
  return (column) => `${variable}[${quote(unnamedKey(table, column, seed) ?? column)}]`;
}

/** What makes something in a schema. */
export function within({ model }: Context, schema: string, inPublic: string, inSchema: string): string {
  return schema === "public" ? inPublic : `s${model.schemas.indexOf(schema)}.${inSchema}`;
}

/** An expression as a piece of SQL, its columns as Drizzle's own or by name. */
export function sqlSource(
  expression: RandomExpression,
  id: string,
  columns: ColumnSource,
  { seed }: Context,
  suffix = "",
): string {
  const spelling = spelled(seed, `${id} ${expression.spellings[0]}`, expression.spellings);
  const byName = spelled(seed, `${id} by name`, [true, false]);
  const text = withColumns(expression, escaped(spelling), (column) =>
    byName ? escaped(quotedName(column)) : `\${${columns(column)}}`,
  );
  return `sql\`${text}${suffix}\``;
}

/** A quoted identifier. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Text inside a template literal. */
export function escaped(text: string): string {
  return text.replace(/[\\`]|\$(?=\{)/g, (character) => `\\${character}`);
}
