import type { SchemaChanges } from "./objects/methods.ts";

/**
 * What a revision file can do to the database. Every call is queued, and the calls run in the order in which they
 * were made, whether or not anything is awaited. See docs/revision-format.md.
 */
export interface Operations extends SchemaChanges {
  /**
   * Runs everything queued so far, then this one command, and gives its rows. Parameters are `$1`, `$2`, ...
   * A query that is not awaited still runs, and still fails the migration if it fails.
   */
  query<R extends object = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<R[]>;
  /**
   * Commits what came before, then runs each command of `body` by itself, outside the migration's transaction; what
   * comes afterwards runs in a new one. A run that dies is resumed after the last command that was finished.
   * Use the `op` that `body` is given.
   */
  autocommit(body: (op: Operations) => void | Promise<void>): void;
}

/** `up` or `down` of a revision file. */
export type MigrationBody = (op: Operations) => void | Promise<void>;

export type { CheckDefinition, CheckOptions } from "./objects/check/operations.ts";
export type {
  ColumnChanges,
  ColumnDefinition,
  IdentityDefinition,
  IdentityOptions,
} from "./objects/column/definitions.ts";
export type { CommentTarget } from "./objects/comment.ts";
export type { EnumColumn, EnumValuePosition } from "./objects/enum/operations.ts";
export type { ForeignKeyDefinition, ForeignKeyOptions } from "./objects/foreignKey/operations.ts";
export type { IndexKeyDefinition, IndexOptions } from "./objects/index/operations.ts";
export type {
  MaterializedViewChanges,
  MaterializedViewOptions,
} from "./objects/materializedView/operations.ts";
export type { SchemaChanges } from "./objects/methods.ts";
export type { PolicyChanges, PolicyOptions } from "./objects/policy/operations.ts";
export type { KeyOptions, PrimaryKeyDefinition } from "./objects/primaryKey/operations.ts";
export type { RoleOptions } from "./objects/role/operations.ts";
export type { RowSecurityOptions } from "./objects/rowSecurity/operations.ts";
export type { SequenceOptions } from "./objects/sequence/operations.ts";
export type { TableDefinition } from "./objects/table/operations.ts";
export type { UniqueDefinition, UniqueOptions } from "./objects/unique/operations.ts";
export type { ViewChanges, ViewOptions } from "./objects/view/operations.ts";
export type { Name } from "./operations/sql.ts";
