import type { Use } from "../uses.ts";

/** The command that a policy is for. */
export type PolicyCommand = "all" | "select" | "insert" | "update" | "delete";

/** A policy of a table's row-level security. */
export interface PolicyShape {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly permissive: boolean;
  readonly command: PolicyCommand;
  /** Sorted, each once; `public` stands alone. A model may say `current_user` and the like, which Postgres resolves. */
  readonly roles: readonly string[];
  /** USING as SQL text. Columns may stand with their table, which subqueries need. */
  readonly using: string | null;
  /** WITH CHECK as SQL text. */
  readonly withCheck: string | null;
  /** What the expressions read, the table itself included; known only of a database. */
  readonly uses?: readonly Use[] | undefined;
  /** The roles that `current_user` and the like mean now; known only of a database, where the policy is for them. */
  readonly meanings?: Readonly<Record<string, string>> | undefined;
  /** The columns of a table that is no object of the catalog; known only of a database. */
  readonly columns?: readonly { readonly name: string; readonly type: string }[] | undefined;
}
