import { embedded, quoteIdentifier } from "../../operations/sql.ts";
import { defaultSql } from "../../operations/defaultSql.ts";
import { sequenceClauses } from "../sequence/operations.ts";
import type { ColumnDefinition, IdentityDefinition, IdentityOptions } from "./definitions.ts";

/** A column as CREATE TABLE and ADD COLUMN take it. */
export function columnSql(column: ColumnDefinition): string {
  const parts = [
    quoteIdentifier(column.name),
    column.type,
    column.collation === undefined ? "" : `COLLATE ${column.collation}`,
    column.notNull === true ? "NOT NULL" : "",
    column.default === undefined ? "" : `DEFAULT ${defaultSql(column.default)}`,
    column.generated === undefined ? "" : generatedSql(column.generated, column.virtual === true),
    column.identity === undefined ? "" : identitySql(column.identity),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

function generatedSql(expression: string, virtual: boolean): string {
  return `GENERATED ALWAYS AS (${embedded(expression)}) ${virtual ? "VIRTUAL" : "STORED"}`;
}

/** GENERATED ... AS IDENTITY. */
export function identitySql(identity: IdentityDefinition): string {
  const options: IdentityOptions = typeof identity === "string" ? { generation: identity } : identity;
  const name =
    options.sequenceName === undefined ? "" : ` SEQUENCE NAME ${quoteIdentifier(options.sequenceName)}`;
  const clauses = `${name}${sequenceClauses(options)}`.trim();
  return `GENERATED ${generationSql(options.generation)} AS IDENTITY${clauses === "" ? "" : ` (${clauses})`}`;
}

/** ALWAYS or BY DEFAULT. */
export function generationSql(generation: IdentityOptions["generation"]): string {
  return generation === "always" ? "ALWAYS" : "BY DEFAULT";
}
