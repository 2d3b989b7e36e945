/** A schema (namespace). */
export interface SchemaShape {
  readonly name: string;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
