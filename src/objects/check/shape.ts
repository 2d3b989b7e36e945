/** CHECK constraint of a table. */
export interface CheckShape {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly nameIsExplicit: boolean;
  /** The condition as SQL text, without the word CHECK. Columns stand without their table. */
  readonly expression: string;
  /** NOT VALID; Drizzle cannot say it, and a constraint that is not valid is never taken for one that is. */
  readonly notValid: boolean;
  /** NOT ENFORCED (PostgreSQL 18), which is never taken for enforced either; Drizzle cannot say it. */
  readonly notEnforced?: boolean | undefined;
  /** NO INHERIT; Drizzle cannot say it. */
  readonly noInherit?: boolean | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
