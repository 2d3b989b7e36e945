import { authorization } from "../../operations/hazard.ts";
import { embedded, displayOf, quoteIdentifier, sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";
import { isRoleKeyword } from "./roles.ts";
import type { PolicyCommand } from "./shape.ts";

/** What ALTER POLICY can change; the expressions are SQL text. */
export interface PolicyChanges {
  /** Names of roles; `public`, `current_user`, `current_role` and `session_user` are keywords. */
  readonly to?: readonly string[];
  /** Which rows are seen. */
  readonly using?: string;
  /** Which rows may be written; those of `using` unless said. */
  readonly withCheck?: string;
}

/** A policy as `createPolicy` takes it: permissive, for all commands and everybody unless said. */
export interface PolicyOptions extends PolicyChanges {
  readonly as?: "permissive" | "restrictive";
  readonly for?: PolicyCommand;
}

/** What a revision can do to policies. */
export interface PolicyOperations {
  /** CREATE POLICY; it means nothing until row-level security is enabled for the table. */
  createPolicy(name: string, table: Name, options?: PolicyOptions): void;
  /** ALTER POLICY: roles and expressions; for anything else a policy is made anew. */
  alterPolicy(name: string, table: Name, changes: PolicyChanges): void;
  /** DROP POLICY. */
  dropPolicy(name: string, table: Name): void;
}

export const policyOperations: Implementation<PolicyOperations> = {
  createPolicy: (name, table, options = {}) =>
    statement(
      [
        `CREATE POLICY ${on(name, table)}`,
        ...(options.as === undefined ? [] : [`AS ${options.as.toUpperCase()}`]),
        ...(options.for === undefined ? [] : [`FOR ${options.for.toUpperCase()}`]),
        ...clauses(options),
      ].join(" "),
    ),
  alterPolicy: (name, table, changes) =>
    statement([`ALTER POLICY ${on(name, table)}`, ...clauses(changes)].join(" ")),
  dropPolicy: (name, table) =>
    statement(
      `DROP POLICY ${on(name, table)}`,
      authorization(`changes which rows of ${displayOf(table)} roles see and change`),
    ),
};

function on(name: string, table: Name): string {
  return `${quoteIdentifier(name)} ON ${sqlName(table)}`;
}

function clauses({ to, using, withCheck }: PolicyChanges): readonly string[] {
  return [
    ...(to === undefined ? [] : [`TO ${to.map(roleSql).join(", ")}`]),
    ...(using === undefined ? [] : [`USING (${embedded(using)})`]),
    ...(withCheck === undefined ? [] : [`WITH CHECK (${embedded(withCheck)})`]),
  ];
}

function roleSql(role: string): string {
  return isRoleKeyword(role) ? role.toUpperCase() : quoteIdentifier(role);
}
