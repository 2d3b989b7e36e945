import type { QualifiedName } from "../../catalog/name.ts";

/**
 * Numbers of a sequence as decimal text, since they reach 2^63 - 1, and always filled in:
 * what is not said has the value that Postgres would choose for the type and the sign of the increment.
 */
export interface SequenceNumbers {
  readonly startWith: string;
  readonly incrementBy: string;
  readonly minValue: string;
  readonly maxValue: string;
  readonly cache: string;
  readonly cycle: boolean;
}

/** A sequence that stands on its own or is owned by a column, but not one of an identity or serial column. */
export interface SequenceShape extends SequenceNumbers {
  readonly schema: string;
  readonly name: string;
  /** `smallint`, `integer` or `bigint`; Drizzle cannot say it. */
  readonly type?: string | undefined;
  /** It was part of a serial column until the other side said it by itself; never compared. */
  readonly ofSerial?: boolean | undefined;
  /** OWNED BY: the column whose drop takes the sequence along; Drizzle cannot say it. */
  readonly ownedBy?: (QualifiedName & { readonly column: string }) | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
