/** One key of an index: exactly one of `column` and `expression` is set. */
export interface IndexKey {
  readonly column?: string | undefined;
  /** SQL text without the outer parentheses. Columns stand without their table. */
  readonly expression?: string | undefined;
  /** Operator class, qualified and quoted where needed; undefined where it is the type's default. */
  readonly opclass?: string | undefined;
  /** The operator class that stands when none is said; known only of a database, and never compared. */
  readonly defaultOpclass?: string | undefined;
  /** The collation that stands when none is said; known only of a database, and never compared. */
  readonly defaultCollation?: string | undefined;
  /** Collation, qualified and quoted, where it is not the column's own; Drizzle can say it in SQL only. */
  readonly collation?: string | undefined;
  readonly order: "asc" | "desc";
  readonly nulls: "first" | "last";
}

/** An index that backs no constraint. */
export interface IndexShape {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly nameIsExplicit: boolean;
  readonly unique: boolean;
  /** Access method: btree, hash, gin, gist, ... */
  readonly method: string;
  readonly keys: readonly IndexKey[];
  /** Predicate of a partial index as SQL text. */
  readonly where: string | null;
  /** WITH (...): storage parameters by name, values as text, in any order: only drizzle-kit takes one for another. */
  readonly with: readonly (readonly [name: string, value: string])[];
  /** NULLS NOT DISTINCT; Drizzle cannot say it of an index. */
  readonly nullsNotDistinct?: boolean | undefined;
  /** INCLUDE columns; Drizzle cannot say them. */
  readonly include?: readonly string[] | undefined;
  /** What a build left that failed (pg_index.indisvalid). */
  readonly invalid?: boolean | undefined;
  /** ON ONLY; set by models that use `onOnly`, ignored in comparison. */
  readonly only?: boolean | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
