/** Row-level security of a table; there is one exactly where it is enabled. */
export interface RowSecurityShape {
  readonly schema: string;
  readonly table: string;
  /** FORCE: the table's owner is subject to it too; Drizzle cannot say it. */
  readonly forced?: boolean | undefined;
}
