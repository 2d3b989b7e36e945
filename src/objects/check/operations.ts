import { embedded, quoteIdentifier, type Name } from "../../operations/sql.ts";
import type { Implementation } from "../../operations/statement.ts";
import { addConstraint } from "../primaryKey/operations.ts";

/** What a check constraint may say beside its condition. */
export interface CheckOptions {
  readonly noInherit?: boolean;
  readonly notValid?: boolean;
  /** PostgreSQL 18 and later. */
  readonly notEnforced?: boolean;
}

/** A check constraint as `createTable` takes it; `expression` is SQL text. */
export interface CheckDefinition extends CheckOptions {
  readonly name: string;
  readonly expression: string;
}

/** What a revision can do to check constraints. */
export interface CheckOperations {
  /** ALTER TABLE ... ADD CONSTRAINT ... CHECK. */
  createCheckConstraint(name: string, table: Name, expression: string, options?: CheckOptions): void;
}

export const checkOperations: Implementation<CheckOperations> = {
  createCheckConstraint: (name, table, expression, options = {}) =>
    addConstraint(table, checkSql({ name, expression, ...options })),
};

/** CONSTRAINT ... CHECK as CREATE TABLE and ADD take it. */
export function checkSql(check: CheckDefinition): string {
  const { name, expression, noInherit, notValid, notEnforced } = check;
  const options = [
    noInherit === true ? " NO INHERIT" : "",
    notEnforced === true ? " NOT ENFORCED" : "",
    notValid === true ? " NOT VALID" : "",
  ];
  return `CONSTRAINT ${quoteIdentifier(name)} CHECK (${embedded(expression)})${options.join("")}`;
}
