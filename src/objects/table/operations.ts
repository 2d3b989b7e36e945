import { dataLoss } from "../../operations/hazard.ts";
import { displayOf, sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";
import { checkSql, type CheckDefinition } from "../check/operations.ts";
import { columnSql } from "../column/columnSql.ts";
import type { ColumnDefinition } from "../column/definitions.ts";
import { foreignKeySql, type ForeignKeyDefinition } from "../foreignKey/operations.ts";
import { primaryKeySql, type PrimaryKeyDefinition } from "../primaryKey/operations.ts";
import { uniqueSql, type UniqueDefinition } from "../unique/operations.ts";

/** A table as `createTable` takes it. */
export interface TableDefinition {
  readonly columns: readonly ColumnDefinition[];
  readonly primaryKey?: PrimaryKeyDefinition;
  readonly uniques?: readonly UniqueDefinition[];
  readonly checks?: readonly CheckDefinition[];
  readonly foreignKeys?: readonly ForeignKeyDefinition[];
  readonly unlogged?: boolean;
  /** Storage parameters, each as `name=value`. */
  readonly options?: readonly string[];
}

/** What a revision can do to tables. */
export interface TableOperations {
  /** CREATE TABLE with its columns and constraints. */
  createTable(name: Name, definition: TableDefinition): void;
  /** DROP TABLE; refused by Postgres while another table or a view depends on it. */
  dropTable(name: Name): void;
}

export const tableOperations: Implementation<TableOperations> = {
  createTable: (name, definition) => statement(createTableSql(name, definition)),
  dropTable: (name) =>
    statement(`DROP TABLE ${sqlName(name)}`, dataLoss(`loses every row of ${displayOf(name)}`)),
};

function createTableSql(name: Name, definition: TableDefinition): string {
  const lines = [
    ...definition.columns.map(columnSql),
    ...(definition.primaryKey === undefined ? [] : [primaryKeySql(definition.primaryKey)]),
    ...(definition.uniques ?? []).map(uniqueSql),
    ...(definition.checks ?? []).map(checkSql),
    ...(definition.foreignKeys ?? []).map(foreignKeySql),
  ].map((line) => `\n  ${line}`);
  const kind = definition.unlogged === true ? "UNLOGGED TABLE" : "TABLE";
  const options = definition.options === undefined ? "" : ` WITH (${definition.options.join(", ")})`;
  return `CREATE ${kind} ${sqlName(name)} (${lines.join(",")}\n)${options}`;
}
