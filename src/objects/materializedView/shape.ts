import type { StoredQuery } from "../view/storedQuery.ts";

/** A materialized view. Its indexes are among what it gets back when it is made anew. */
export interface MaterializedViewShape extends StoredQuery {
  /** Access method; null for the database's default. */
  readonly using: string | null;
  /** Null for the database's default. */
  readonly tablespace: string | null;
  /** The database's default, by name; only a database knows it. */
  readonly defaultTablespace?: string | undefined;
  /** Storage parameters in their order. */
  readonly with: readonly (readonly [name: string, value: string])[];
  /** How it is created: empty, to be filled by REFRESH. */
  readonly withNoData: boolean;
}
