import { MAX_IDENTIFIER_BYTES, truncateIdentifier } from "../catalog/name.ts";

/**
 * The name that Postgres gives an unnamed constraint: the parts joined by `_`, of which the longer is cut until
 * all fits (ChooseIndexName, makeObjectName). The ending always survives, so that the name is never the table's own.
 */
export function chosenName(table: string, middle: string | null, ending: string): string {
  const room = MAX_IDENTIFIER_BYTES - bytes(ending) - (middle === null ? 1 : 2);
  const [first, second] = shorten(table, middle ?? "", room);
  return [first, ...(middle === null ? [] : [second]), ending].join("_");
}

function shorten(first: string, second: string, room: number): readonly [string, string] {
  let [firstBytes, secondBytes] = [bytes(first), bytes(second)];
  while (firstBytes + secondBytes > room) {
    if (firstBytes > secondBytes) firstBytes -= 1;
    else secondBytes -= 1;
  }
  return [cut(first, firstBytes), cut(second, secondBytes)];
}

function bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** Cuts to a number of bytes, never inside a character. */
function cut(text: string, limit: number): string {
  if (bytes(text) <= limit) return text;
  let kept = "";
  for (const character of text) {
    if (bytes(kept + character) > limit) break;
    kept += character;
  }
  return kept;
}

/** The name that drizzle-kit 0.31 and drizzle-orm's own getters give: parts joined by `_`, cut by Postgres. */
export function joinedName(...parts: readonly string[]): string {
  return truncateIdentifier(parts.join("_"));
}

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The hash that drizzle-kit 1.0 puts into a foreign key's name where that would be too long. */
export function drizzleHash(text: string): string {
  const base = BigInt(DIGITS.length);
  const limit = base ** 12n;
  let [sum, power] = [0n, 1n];
  for (const character of text) {
    sum = (sum + BigInt(character.codePointAt(0) ?? 0) * power) % limit;
    power = (power * 53n) % limit;
  }
  const digit = (place: number): string => DIGITS[Number((sum / base ** BigInt(11 - place)) % base)] ?? "";
  return Array.from({ length: 12 }, (_, place) => digit(place)).join("");
}
