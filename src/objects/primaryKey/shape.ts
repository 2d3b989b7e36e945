/** PRIMARY KEY; a table has one at most, so its address is the table's. */
export interface PrimaryKeyShape {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** Whether the author chose the name. An implicit name is what Drizzle would choose, and is never enforced. */
  readonly nameIsExplicit: boolean;
  readonly columns: readonly string[];
  /** INCLUDE columns; Drizzle cannot say them. */
  readonly include?: readonly string[] | undefined;
  /** `initially immediate` or `initially deferred` where DEFERRABLE; Drizzle cannot say it. */
  readonly deferrable?: Deferrable | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}

/** DEFERRABLE, and when the constraint is checked unless the transaction says otherwise. */
export type Deferrable = "initially immediate" | "initially deferred";
