const ID_WIDTH = 4;
const SLUG_LENGTH = 40;

// Letters that Unicode does not decompose into an ASCII letter and a mark.
const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};

/** The next id: the highest number among `ids` plus one, in four digits, or as many as the highest has. */
export function nextRevisionId(ids: Iterable<string>): string {
  let highest = 0n;
  let width = ID_WIDTH;
  for (const id of ids) {
    if (!/^\d+$/.test(id) || BigInt(id) < highest) continue;
    highest = BigInt(id);
    width = Math.max(width, id.length);
  }
  return String(highest + 1n).padStart(width, "0");
}

/** A message as part of a file name: `[a-z0-9_]`, at most 40 long and cut at a word; never empty. */
export function slugOf(message: string): string {
  const lower = message.normalize("NFKD").toLowerCase();
  const ascii = lower.replace(/\p{M}/gu, "").replace(/[^\p{ASCII}]/gu, (letter) => FOLDED[letter] ?? " ");
  const slug = ascii.replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
  return slug === "" ? "revision" : cut(slug);
}

function cut(slug: string): string {
  if (slug.length <= SLUG_LENGTH) return slug;
  // One character more: a word that ends exactly at the limit stays.
  const end = slug.slice(0, SLUG_LENGTH + 1).lastIndexOf("_");
  return slug.slice(0, end > 0 ? end : SLUG_LENGTH);
}

/** The name of a revision's file: `0007_add_orders.ts`. */
export function revisionFileName(id: string, message: string): string {
  return `${id}_${slugOf(message)}.ts`;
}
