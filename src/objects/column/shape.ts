import type { QualifiedName } from "../../catalog/name.ts";
import type { SequenceNumbers } from "../sequence/shape.ts";

/** GENERATED { ALWAYS | BY DEFAULT } AS IDENTITY, with the sequence behind it. */
export interface IdentityShape extends SequenceNumbers {
  readonly generation: "always" | "byDefault";
  /** The sequence's name within the table's schema; undefined in a model that leaves the choice to Postgres. */
  readonly sequenceName?: string | undefined;
}

/** Where values too large for a page go, and whether they are compressed. */
export type ColumnStorage = "plain" | "external" | "extended" | "main";

/** The sequence that a serial column owns, with what of it is not as serial makes it. */
export interface SerialSequence extends QualifiedName {
  /** Where it is not the column's. */
  readonly type?: string | undefined;
  readonly numbers?: SequenceNumbers | undefined;
}

/** A column of a table. */
export interface ColumnShape {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /**
   * The type as SQL text. From models the author's spelling (`varchar(20)`), from a database `format_type`'s
   * (`character varying(20)`); types outside pg_catalog are always qualified and quoted where needed (`public.status[]`).
   * `serial`, `bigserial` and `smallserial` stand for a serial column on both sides, default and sequence included.
   */
  readonly type: string;
  readonly notNull: boolean;
  /** The name of a NOT NULL constraint that is NOT VALID (PostgreSQL 18): `notNull` is false beside it. */
  readonly notValidNotNull?: string | undefined;
  /** DEFAULT as SQL text, null for none (and for serial, identity and generated columns). */
  readonly default: string | null;
  /** GENERATED ALWAYS AS (text), stored unless `virtual` says otherwise. */
  readonly generated: string | null;
  /** VIRTUAL (PostgreSQL 18); Drizzle cannot say it. */
  readonly virtual?: boolean | undefined;
  readonly identity: IdentityShape | null;
  /** COLLATE, qualified and quoted, where it is not the type's own; Drizzle cannot say it. */
  readonly collation?: string | undefined;
  /** The sequence of a serial column; known only of a database. */
  readonly serialSequence?: SerialSequence | undefined;
  /** SET STORAGE, where it is not the type's own; Drizzle cannot say it. */
  readonly storage?: ColumnStorage | undefined;
  /** SET COMPRESSION; Drizzle cannot say it. */
  readonly compression?: string | undefined;
  /** SET STATISTICS; Drizzle cannot say it. */
  readonly statistics?: number | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
}
