import { quoteIdentifier, sqlColumns, type Name } from "../../operations/sql.ts";
import type { Implementation } from "../../operations/statement.ts";
import { addConstraint, keyOptionsSql, type KeyOptions } from "../primaryKey/operations.ts";

/** What a unique constraint may say beside its columns. */
export interface UniqueOptions extends KeyOptions {
  /** PostgreSQL 15 and later. */
  readonly nullsNotDistinct?: boolean;
}

/** A unique constraint as `createTable` takes it. */
export interface UniqueDefinition extends UniqueOptions {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What a revision can do to unique constraints. */
export interface UniqueOperations {
  /** ALTER TABLE ... ADD CONSTRAINT ... UNIQUE. */
  createUniqueConstraint(
    name: string,
    table: Name,
    columns: readonly string[],
    options?: UniqueOptions,
  ): void;
}

export const uniqueOperations: Implementation<UniqueOperations> = {
  createUniqueConstraint: (name, table, columns, options = {}) =>
    addConstraint(table, uniqueSql({ name, columns, ...options })),
};

/** CONSTRAINT ... UNIQUE as CREATE TABLE and ADD take it. */
export function uniqueSql({ name, columns, nullsNotDistinct, ...options }: UniqueDefinition): string {
  const nulls = nullsNotDistinct === true ? " NULLS NOT DISTINCT" : "";
  return `CONSTRAINT ${quoteIdentifier(name)} UNIQUE${nulls} (${sqlColumns(columns)})${keyOptionsSql(options)}`;
}
