import type fc from "fast-check";

/** Seeded chance. */
export interface Random {
  /** From 0 up to, but not including, `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, at least `least`, in random order. */
  some<T>(items: readonly T[], least: number, most: number): readonly T[];
  /** A number never given before, for names that differ. */
  next(): number;
}

/** Chance that takes its numbers from fast-check, and so from the run's seed. */
export function randomOf(source: fc.Random): Random {
  let counter = 0;
  const below = (limit: number): number => (limit <= 1 ? 0 : source.nextInt(0, limit - 1));
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new TypeError("nothing to pick from");
    // The list may hold undefined, which the check of an index would take for a miss.
    return items[below(items.length)] as T;
  };
  const some = <T>(items: readonly T[], least: number, most: number): readonly T[] => {
    const rest = [...items];
    const count = Math.min(rest.length, least + below(most - least + 1));
    return Array.from({ length: count }, () => rest.splice(below(rest.length), 1)).flat();
  };
  return {
    below,
    pick,
    some,
    chance: (probability) => below(1000) < probability * 1000,
    next: () => counter++,
  };
}

/**
 * A choice among spellings that depends on nothing but the seed and what is spelled, so that leaving something else
 * out while shrinking changes no other spelling.
 */
export function spelled<T>(seed: number, id: string, choices: readonly T[]): T {
  let hash = seed | 0;
  for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const choice = choices[((hash ^ (hash >>> 13)) >>> 0) % choices.length];
  if (choice === undefined) throw new TypeError(`no spelling of ${id}`);
  return choice;
}
