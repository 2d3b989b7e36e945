import type { CheckOperations } from "./check/operations.ts";
import type { ColumnOperations } from "./column/operations.ts";
import type { CommentOperations } from "./comment.ts";
import type { EnumOperations } from "./enum/operations.ts";
import type { ExecuteOperations } from "./execute.ts";
import type { ForeignKeyOperations } from "./foreignKey/operations.ts";
import type { IndexOperations } from "./index/operations.ts";
import type { PolicyOperations } from "./policy/operations.ts";
import type { MaterializedViewOperations } from "./materializedView/operations.ts";
import type { PrimaryKeyOperations } from "./primaryKey/operations.ts";
import type { RoleOperations } from "./role/operations.ts";
import type { RowSecurityOperations } from "./rowSecurity/operations.ts";
import type { SchemaOperations } from "./schema/operations.ts";
import type { SequenceOperations } from "./sequence/operations.ts";
import type { TableOperations } from "./table/operations.ts";
import type { UniqueOperations } from "./unique/operations.ts";
import type { ViewOperations } from "./view/operations.ts";

/** The schema-changing methods of a revision file's `op`, joined from every kind. */
export interface SchemaChanges
  extends
    SchemaOperations,
    EnumOperations,
    SequenceOperations,
    TableOperations,
    ColumnOperations,
    CommentOperations,
    PrimaryKeyOperations,
    UniqueOperations,
    CheckOperations,
    IndexOperations,
    ForeignKeyOperations,
    PolicyOperations,
    RowSecurityOperations,
    RoleOperations,
    ViewOperations,
    MaterializedViewOperations,
    ExecuteOperations {}

/** Names of the methods. */
export type CallName = keyof SchemaChanges;

/** One call of a method as data: what a revision file says, before it is text or SQL. */
export type Call = { [N in CallName]: CallOf<N> }[CallName];

/** A call of the method `N`. */
export interface CallOf<N extends CallName> {
  readonly method: N;
  readonly args: Parameters<SchemaChanges[N]>;
}

/** Makes a call. */
export function call<N extends CallName>(method: N, ...args: Parameters<SchemaChanges[N]>): CallOf<N> {
  return { method, args };
}
