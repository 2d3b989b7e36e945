import type { ColumnStorage } from "./shape.ts";
import type { SequenceOptions } from "../sequence/operations.ts";

/** Options of an identity column; the sequence's name lies in the table's schema. */
export interface IdentityOptions extends Omit<SequenceOptions, "ownedBy" | "skipTo" | "type"> {
  readonly generation: "always" | "byDefault";
  readonly sequenceName?: string;
}

/** GENERATED AS IDENTITY: which kind, or which kind with the options of its sequence. */
export type IdentityDefinition = IdentityOptions["generation"] | IdentityOptions;

/** A column as `createTable` and `addColumn` take it. All of `type`, `default` and `generated` is SQL text. */
export interface ColumnDefinition {
  readonly name: string;
  readonly type: string;
  readonly collation?: string;
  readonly notNull?: boolean;
  readonly default?: string;
  /** GENERATED ALWAYS AS (...) STORED. */
  readonly generated?: string;
  /** The generated column is computed when it is read (PostgreSQL 18) instead of stored. */
  readonly virtual?: boolean;
  readonly identity?: IdentityDefinition;
}

/** What `alterColumn` changes. */
export interface ColumnChanges {
  readonly type?: string;
  /** With `type`: the expression that makes the new value out of the old, needed where no cast applies by itself. */
  readonly using?: string;
  readonly collation?: string;
  /** SQL text, or null for no default. Beside `type`, the old default is taken off before the type changes. */
  readonly default?: string | null;
  readonly notNull?: boolean;
  /** Makes the column an identity column, which it was not; null makes it an ordinary one. */
  readonly identity?: IdentityDefinition | null;
  /** Changes what is named of an identity column, which it is already. */
  readonly alterIdentity?: Partial<IdentityOptions>;
  /** Where values too large for a page go. */
  readonly storage?: ColumnStorage;
  /** How they are compressed: `pglz` or `lz4`. */
  readonly compression?: string;
  /** The statistics target of ANALYZE. */
  readonly statistics?: number;
  /** `null` turns a generated column into a plain one that keeps its values. */
  readonly generated?: null;
}
