import type { ColumnShape } from "./shape.ts";

const NUMBERS = ["numeric", "real", "double precision", "bigint", "integer", "smallint"];
const NUMBER = /^(?:\(?(-?\d+(?:\.\d+)?)\)?|'(-?\d+(?:\.\d+)?)'(?:::([a-z ]+))?)$/;

/**
 * Whether two columns have the same number for a default, in quotes or not. Postgres prints it as it was said, and the
 * lines of Drizzle say it differently.
 */
export function sameNumber(from: ColumnShape, to: ColumnShape): boolean {
  const type = withoutModifier(from.type);
  if (!NUMBERS.includes(type) || type !== withoutModifier(to.type)) return false;
  const number = numberIn(from.default);
  return number !== undefined && number === numberIn(to.default);
}

function withoutModifier(type: string): string {
  return type.replace(/\s*\(.*\)/, "");
}

function numberIn(text: string | null): string | undefined {
  const [, bare, quoted, type = "numeric"] = NUMBER.exec(text ?? "") ?? [];
  return bare ?? (NUMBERS.includes(type) ? quoted : undefined);
}
