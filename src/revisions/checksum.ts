import { createHash } from "node:crypto";

/** A file's text without what editors and git change on their own: the byte order mark and the kind of line ends. */
export function normalizeSource(source: string): string {
  return source.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

/** SHA-256, in hex, of a revision file's text. The parent's id is part of the text, so moving a file changes it too. */
export function checksumOf(source: string): string {
  return sha256(normalizeSource(source));
}

/** SHA-256 of a text, in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
