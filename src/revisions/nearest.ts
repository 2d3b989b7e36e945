const MOST = 3;

/** Up to three of `candidates` that are most like `text`: few letters apart, in the order of likeness. */
export function nearest(text: string, candidates: readonly string[]): readonly string[] {
  const limit = Math.max(1, Math.floor(text.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: distance(text, candidate) }))
    .filter((found) => found.distance <= limit)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

/** The number of letters to insert, remove or replace (Levenshtein), by one row of the usual table. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
