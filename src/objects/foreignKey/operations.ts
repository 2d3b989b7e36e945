import { quoteIdentifier, sqlColumns, sqlName, type Name } from "../../operations/sql.ts";
import type { Implementation } from "../../operations/statement.ts";
import { addConstraint, deferrableSql } from "../primaryKey/operations.ts";
import type { Deferrable } from "../primaryKey/shape.ts";
import type { ReferentialAction } from "./shape.ts";

/** What a foreign key may say beside its columns; an action left out is NO ACTION. */
export interface ForeignKeyOptions {
  readonly onDelete?: ReferentialAction;
  readonly onUpdate?: ReferentialAction;
  /** ON DELETE SET NULL or SET DEFAULT for these columns only (PostgreSQL 15 and later). */
  readonly onDeleteColumns?: readonly string[];
  readonly matchFull?: boolean;
  readonly deferrable?: Deferrable;
  readonly notValid?: boolean;
  /** PostgreSQL 18 and later. */
  readonly notEnforced?: boolean;
}

/** A foreign key as `createTable` takes it. */
export interface ForeignKeyDefinition extends ForeignKeyOptions {
  readonly name: string;
  readonly columns: readonly string[];
  readonly references: { readonly table: Name; readonly columns: readonly string[] };
}

/** What a revision can do to foreign keys. */
export interface ForeignKeyOperations {
  /** ALTER TABLE ... ADD CONSTRAINT ... FOREIGN KEY. */
  createForeignKey(
    name: string,
    table: Name,
    columns: readonly string[],
    references: { readonly table: Name; readonly columns: readonly string[] },
    options?: ForeignKeyOptions,
  ): void;
}

export const foreignKeyOperations: Implementation<ForeignKeyOperations> = {
  createForeignKey: (name, table, columns, references, options = {}) =>
    addConstraint(table, foreignKeySql({ name, columns, references, ...options })),
};

/** CONSTRAINT ... FOREIGN KEY as CREATE TABLE and ADD take it. */
export function foreignKeySql({ name, columns, references, ...options }: ForeignKeyDefinition): string {
  const target = `${sqlName(references.table)} (${sqlColumns(references.columns)})`;
  const head = `CONSTRAINT ${quoteIdentifier(name)} FOREIGN KEY (${sqlColumns(columns)}) REFERENCES ${target}`;
  return `${head}${optionsSql(options)}`;
}

function optionsSql(options: ForeignKeyOptions): string {
  const only = options.onDeleteColumns === undefined ? "" : ` (${sqlColumns(options.onDeleteColumns)})`;
  return [
    options.matchFull === true ? " MATCH FULL" : "",
    options.onDelete === undefined ? "" : ` ON DELETE ${options.onDelete.toUpperCase()}${only}`,
    options.onUpdate === undefined ? "" : ` ON UPDATE ${options.onUpdate.toUpperCase()}`,
    deferrableSql(options.deferrable),
    options.notEnforced === true ? " NOT ENFORCED" : "",
    options.notValid === true ? " NOT VALID" : "",
  ].join("");
}
