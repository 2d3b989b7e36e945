import type { Hazard } from "./hazard.ts";

/** One SQL command, without the semicolon. */
export interface Statement {
  readonly sql: string;
  readonly hazards?: readonly Hazard[];
  /** Must be committed by itself before anything may build on it, or cannot run in a transaction at all. */
  readonly autocommit?: boolean;
}

/**
 * What implements the methods `M` of a revision file's `op`: for each method a function of the same arguments
 * that gives the statements. A method without an implementation does not compile.
 */
export type Implementation<M> = {
  readonly [N in keyof M]: M[N] extends (...args: infer A) => void
    ? (...args: A) => readonly Statement[]
    : never;
};

/** A single statement. */
export function statement(sql: string, ...hazards: readonly Hazard[]): readonly Statement[] {
  return [hazards.length === 0 ? { sql } : { sql, hazards }];
}
