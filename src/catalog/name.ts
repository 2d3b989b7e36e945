/** A relation or type: schema and name, both unquoted. */
export interface QualifiedName {
  readonly schema: string;
  readonly name: string;
}

/**
 * Names one object of a catalog, for people and as a map key: the kind, a space, and the parts joined by dots.
 * Parts that are not plain lower-case words are quoted as SQL quotes them, so that two addresses never meet in one text.
 */
export type ObjectId = string & { readonly __objectId: never };

const PLAIN = /^[a-z_][a-z0-9_]*$/;

function part(text: string): string {
  return PLAIN.test(text) ? text : `"${text.replaceAll('"', '""')}"`;
}

/** The id of the object of `kind` at `address` (for a column: schema, table, column). */
export function objectId(kind: string, ...address: readonly string[]): ObjectId {
  return `${kind} ${address.map(part).join(".")}` as ObjectId;
}

/** The address as people write it: `orders.total`, the schema left out where it is public. */
export function displayName(...address: readonly string[]): string {
  const parts = address.length > 1 && address[0] === DEFAULT_SCHEMA ? address.slice(1) : address;
  return parts.map(part).join(".");
}

/** The schema that a plain string means in models and in revision files. */
export const DEFAULT_SCHEMA = "public";

/** Postgres keeps this many bytes of an identifier (NAMEDATALEN - 1). */
export const MAX_IDENTIFIER_BYTES = 63;

/** Cuts `name` as Postgres does: to 63 bytes of UTF-8, never inside a character. */
export function truncateIdentifier(name: string): string {
  // A character takes three bytes at most (a surrogate pair, which counts as two, takes four).
  if (name.length * 3 <= MAX_IDENTIFIER_BYTES) return name;
  const bytes = Buffer.from(name, "utf8");
  if (bytes.length <= MAX_IDENTIFIER_BYTES) return name;
  let end = MAX_IDENTIFIER_BYTES;
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end).toString("utf8");
}
