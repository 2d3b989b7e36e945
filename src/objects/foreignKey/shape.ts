import type { QualifiedName } from "../../catalog/name.ts";
import type { Deferrable } from "../primaryKey/shape.ts";

/** What Postgres does to referencing rows. */
export type ReferentialAction = "no action" | "restrict" | "cascade" | "set null" | "set default";

/** FOREIGN KEY constraint. */
export interface ForeignKeyShape {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly nameIsExplicit: boolean;
  readonly columns: readonly string[];
  readonly references: QualifiedName & { readonly columns: readonly string[] };
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  /** NOT VALID; Drizzle cannot say it, and a constraint that is not valid is never taken for one that is. */
  readonly notValid: boolean;
  /** NOT ENFORCED (PostgreSQL 18), which is never taken for enforced either; Drizzle cannot say it. */
  readonly notEnforced?: boolean | undefined;
  /** MATCH FULL; Drizzle cannot say it. */
  readonly matchFull?: boolean | undefined;
  /** ON DELETE SET NULL (columns); Drizzle cannot say them. */
  readonly onDeleteColumns?: readonly string[] | undefined;
  /** Drizzle cannot say it. */
  readonly deferrable?: Deferrable | undefined;
  /** COMMENT ON; Drizzle cannot say it. */
  readonly comment?: string | undefined;
  /** What the index that Postgres chose belongs to (pg_constraint.conindid); known only of a database. */
  readonly backedBy?: { readonly kind: "primaryKey" | "unique" | "index"; readonly name: string } | undefined;
}
