import { quoteLiteral } from "../operations/sql.ts";

/** A JavaScript value as an SQL literal; undefined for what has no SQL form (functions, symbols, undefined). */
export function literal(value: unknown): string | undefined {
  if (value === null) return "null";
  switch (typeof value) {
    case "string":
      return value.includes("\0") ? undefined : quoteLiteral(value);
    case "number":
      return Number.isFinite(value) ? String(value) : quoteLiteral(String(value));
    case "bigint":
    case "boolean":
      return String(value);
    case "object":
      return objectLiteral(value);
    default:
      return undefined;
  }
}

function objectLiteral(value: object): string | undefined {
  if (Array.isArray(value)) return quoteLiteral(arrayText(value));
  const text = objectText(value);
  return text === undefined ? undefined : quoteLiteral(text);
}

/** The text inside the quotes for a value that is neither an array nor a scalar. */
function objectText(value: object): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString("hex")}`;
  return jsonText(value);
}

/** JSON, or undefined for what JSON cannot hold: bigints, cycles, functions. */
export function jsonText(value: unknown): string | undefined {
  try {
    // Gives undefined for a function, whatever its type says.
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Postgres's text form of an array, spelled and quoted as Postgres itself prints it. */
export function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(",")}}`;
}

function elementText(value: unknown): string {
  if (value === null || value === undefined) return "NULL";
  if (Array.isArray(value)) return arrayText(value);
  if (typeof value === "object") return quoteElement(objectText(value) ?? "");
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean")
    return String(value);
  return typeof value === "string" ? quoteElement(value) : "NULL";
}

/** array_out quotes the empty string, the word NULL, and whatever the syntax of arrays would take apart. */
function quoteElement(text: string): string {
  const bare = text !== "" && !/[{}",\\\s]/.test(text) && text.toLowerCase() !== "null";
  return bare ? text : `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
