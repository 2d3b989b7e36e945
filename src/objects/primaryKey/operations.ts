import { quoteIdentifier, sqlColumns, sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";
import type { Deferrable } from "./shape.ts";

/** What a primary key or unique constraint may say beside its columns. */
export interface KeyOptions {
  readonly include?: readonly string[];
  readonly deferrable?: Deferrable;
}

/** A primary key as `createTable` takes it. */
export interface PrimaryKeyDefinition extends KeyOptions {
  readonly name: string;
  readonly columns: readonly string[];
}

/** What a revision can do to primary keys, and to any constraint by its name. */
export interface PrimaryKeyOperations {
  /** ALTER TABLE ... ADD CONSTRAINT ... PRIMARY KEY. */
  createPrimaryKey(name: string, table: Name, columns: readonly string[], options?: KeyOptions): void;
  /** ALTER TABLE ... DROP CONSTRAINT, for a constraint of any kind. */
  dropConstraint(name: string, table: Name): void;
  /** ALTER TABLE ... VALIDATE CONSTRAINT: reads every row, while the table can be read and written. */
  validateConstraint(name: string, table: Name): void;
  /** ALTER TABLE ... RENAME CONSTRAINT, for a constraint of any kind. */
  renameConstraint(name: string, table: Name, newName: string): void;
}

export const primaryKeyOperations: Implementation<PrimaryKeyOperations> = {
  createPrimaryKey: (name, table, columns, options = {}) =>
    addConstraint(table, primaryKeySql({ name, columns, ...options })),
  dropConstraint: (name, table) =>
    statement(`ALTER TABLE ${sqlName(table)} DROP CONSTRAINT ${quoteIdentifier(name)}`),
  validateConstraint: (name, table) =>
    statement(`ALTER TABLE ${sqlName(table)} VALIDATE CONSTRAINT ${quoteIdentifier(name)}`),
  renameConstraint: (name, table, newName) =>
    statement(
      `ALTER TABLE ${sqlName(table)} RENAME CONSTRAINT ${quoteIdentifier(name)} TO ${quoteIdentifier(newName)}`,
    ),
};

/** ALTER TABLE ... ADD with the clause of a constraint. */
export function addConstraint(table: Name, clause: string): ReturnType<typeof statement> {
  return statement(`ALTER TABLE ${sqlName(table)} ADD ${clause}`);
}

/** CONSTRAINT ... PRIMARY KEY as CREATE TABLE and ADD take it. */
export function primaryKeySql({ name, columns, ...options }: PrimaryKeyDefinition): string {
  return `CONSTRAINT ${quoteIdentifier(name)} PRIMARY KEY (${sqlColumns(columns)})${keyOptionsSql(options)}`;
}

/** INCLUDE and DEFERRABLE. */
export function keyOptionsSql({ include, deferrable }: KeyOptions): string {
  const columns = include === undefined ? "" : ` INCLUDE (${sqlColumns(include)})`;
  return `${columns}${deferrableSql(deferrable)}`;
}

/** DEFERRABLE with its initial mode; nothing where the constraint is not deferrable. */
export function deferrableSql(deferrable: Deferrable | undefined): string {
  return deferrable === undefined ? "" : ` DEFERRABLE ${deferrable.toUpperCase()}`;
}
