import type { Line } from "../support/project.ts";

/**
 * What drizzle-kit does not manage with its own work alone. docs/drizzle-kit.md tells the same to people.
 * - `restless`: right after its own push it would run statements again; each matches `says`
 * - `fails`: it cannot create the models, or not read them back; the error matches `says`
 * - `alters`: it creates something other than the models say, which Limbeck reports; each report matches `says`
 */
export interface Trouble {
  readonly line: Line;
  readonly kind: "restless" | "fails" | "alters";
  readonly why: string;
  readonly says: RegExp;
  readonly cases: readonly string[];
}

/** Troubles of both lines. */
export const SHARED: readonly Omit<Trouble, "line">[] = [
  {
    kind: "fails",
    why: "a default that needs parentheses gets none",
    says: /syntax error|Failed query/,
    cases: ["column--defaults-without-parentheses", "column--defaults-without-parentheses-set"],
  },
  {
    kind: "fails",
    why: "a comment at the end of a piece of SQL swallows what follows",
    says: /syntax error|Failed query/,
    cases: ["many--texts-that-end-in-comments"],
  },
  {
    kind: "alters",
    why: "the bounds of a descending identity are those of smallint",
    says: /identity| SET (?:MIN|MAX)VALUE /,
    cases: ["column--identity-used-and-turned-around"],
  },
];
