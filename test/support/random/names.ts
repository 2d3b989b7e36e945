import type { Random } from "./random.ts";

const STYLES: readonly ((stem: string) => string)[] = [
  (stem) => `${stem}Name`,
  (stem) => `${stem}_two_words`,
  (stem) => `${stem} two words`,
  (stem) => `${stem} "said"`,
  (stem) => `${stem}'s`,
  (stem) => `${stem}.dot`,
  (stem) => `${stem}$1`,
  (stem) => `${stem}\\x`,
  (stem) => `${stem} ☕ ä`,
  (stem) => `${stem}_${"long_".repeat(11)}`.slice(0, 58),
  (stem) => `${stem}_${"longer_".repeat(14)}`,
];

/** A name that nothing else has, most of them plain. The first letter tells the kind, so that kinds never collide. */
export function freshName(random: Random, letter: string): string {
  const stem = `${letter}${random.next()}`;
  return random.chance(0.2) ? random.pick(STYLES)(stem) : stem;
}

const KEYWORDS = [
  "order",
  "user",
  "select",
  "desc",
  "value",
  "type",
  "position",
  "nulls",
  "default",
  "id",
  "name",
];

/** A name for a column; keywords and names that several tables have are welcome. */
export function columnName(random: Random, taken: readonly string[]): string {
  const keyword = random.pick(KEYWORDS);
  return random.chance(0.2) && !taken.includes(keyword) ? keyword : freshName(random, "c");
}
