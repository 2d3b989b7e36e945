import type { Deferrable } from "../primaryKey/shape.ts";

/** UNIQUE constraint. A unique index is an index. */
export interface UniqueShape {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly nameIsExplicit: boolean;
  readonly columns: readonly string[];
  /** NULLS NOT DISTINCT (PostgreSQL 15 and later). */
  readonly nullsNotDistinct: boolean;
  /** INCLUDE columns; Drizzle cannot say them. */
  readonly include?: readonly string[] | undefined;
  /** Drizzle cannot say it. */
  readonly deferrable?: Deferrable | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
