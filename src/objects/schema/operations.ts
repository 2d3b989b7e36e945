import { quoteIdentifier } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";

/** What a revision can do to schemas. */
export interface SchemaOperations {
  /** CREATE SCHEMA. */
  createSchema(name: string): void;
  /** DROP SCHEMA; refused by Postgres while anything is left in it. */
  dropSchema(name: string): void;
}

export const schemaOperations: Implementation<SchemaOperations> = {
  createSchema: (name) => statement(`CREATE SCHEMA ${quoteIdentifier(name)}`),
  dropSchema: (name) => statement(`DROP SCHEMA ${quoteIdentifier(name)}`),
};
