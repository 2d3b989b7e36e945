import type { RandomDefault } from "./model.ts";

/** A built-in type: how both sides spell it, and values of it. */
export interface TypeSpec {
  readonly name: string;
  /** Which expressions can be said of it. */
  readonly family: string;
  /** Types between which a column can go there and back. */
  readonly group: string;
  /** Of two types in one group, the values of the one with the higher rank suit both. */
  readonly rank: number;
  /** Drizzle's builder and its options, in any of these ways. */
  readonly builders: readonly (readonly [builder: string, options: string])[];
  readonly sql: readonly string[];
  /** The text of the value in a row; printed alike. */
  value(row: number): string;
  readonly defaults: readonly RandomDefault[];
  /** How many values differ. */
  readonly distinct: number;
  /** Whether btree can order it. */
  readonly ordered: boolean;
  /** Of Postgres's own ones, where the type comes from one. */
  readonly extension?: string;
}
