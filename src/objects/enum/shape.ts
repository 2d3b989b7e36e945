/** An enum type; `labels` in their sort order (`pg_enum.enumsortorder`). */
export interface EnumShape {
  readonly schema: string;
  readonly name: string;
  readonly labels: readonly string[];
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
