import { dataLoss } from "../../operations/hazard.ts";
import { displayOf, quoteIdentifier, sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";
import { alterColumn } from "./alterSql.ts";
import { columnSql } from "./columnSql.ts";
import type { ColumnChanges, ColumnDefinition } from "./definitions.ts";

/** What a revision can do to columns. */
export interface ColumnOperations {
  /** ALTER TABLE ... ADD COLUMN. */
  addColumn(table: Name, column: ColumnDefinition): void;
  /** Changes what is named of a column and leaves the rest. */
  alterColumn(table: Name, column: string, changes: ColumnChanges): void;
  /** ALTER TABLE ... ADD CONSTRAINT ... NOT NULL ... NOT VALID (PostgreSQL 18): new rows must have a value. */
  addNotValidNotNull(name: string, table: Name, column: string): void;
  /** ALTER TABLE ... DROP COLUMN. */
  dropColumn(table: Name, column: string): void;
}

export const columnOperations: Implementation<ColumnOperations> = {
  addColumn: (table, column) => statement(`ALTER TABLE ${sqlName(table)} ADD COLUMN ${columnSql(column)}`),
  alterColumn,
  addNotValidNotNull: (name, table, column) =>
    statement(
      `ALTER TABLE ${sqlName(table)} ADD CONSTRAINT ${quoteIdentifier(name)} NOT NULL ${quoteIdentifier(column)} NOT VALID`,
    ),
  dropColumn: (table, column) =>
    statement(
      `ALTER TABLE ${sqlName(table)} DROP COLUMN ${quoteIdentifier(column)}`,
      dataLoss(`loses every value of ${displayOf(table)}.${column}`),
    ),
};
