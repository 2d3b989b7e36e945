/** A table. Its columns, constraints and indexes are objects of their own. */
export interface TableShape {
  readonly schema: string;
  readonly name: string;
  /** WITH (...) as Postgres keeps it; Drizzle cannot say it. */
  readonly options?: readonly string[] | undefined;
  /** UNLOGGED; Drizzle cannot say it. */
  readonly unlogged?: boolean | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
