import {
  embedded,
  quoteIdentifier,
  quoteLiteral,
  sqlColumns,
  sqlName,
  type Name,
} from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";

/** A key of an index: a column's name, or a column or expression with more to say. */
export type IndexKeyDefinition =
  | string
  | {
      readonly column?: string;
      /** SQL text. */
      readonly expression?: string;
      readonly opclass?: string;
      readonly collation?: string;
      readonly order?: "desc";
      /** Where it is not Postgres's default: last for ascending, first for descending. */
      readonly nulls?: "first" | "last";
    };

/** What an index may say beside its keys. */
export interface IndexOptions {
  readonly unique?: boolean;
  /** Access method; btree when left out. */
  readonly method?: string;
  readonly include?: readonly string[];
  /** PostgreSQL 15 and later. */
  readonly nullsNotDistinct?: boolean;
  /** Storage parameters by name. */
  readonly with?: Readonly<Record<string, string>>;
  /** Predicate of a partial index, as SQL text. */
  readonly where?: string;
}

/** What a revision can do to indexes. */
export interface IndexOperations {
  /** CREATE INDEX. The index lies in the schema of its table. */
  createIndex(name: string, table: Name, keys: readonly IndexKeyDefinition[], options?: IndexOptions): void;
  /** DROP INDEX. What a failed build left may be gone by now: then `ifExists`. */
  dropIndex(name: Name, options?: { readonly ifExists?: boolean }): void;
  /** ALTER INDEX ... RENAME. */
  renameIndex(name: Name, newName: string): void;
}

export const indexOperations: Implementation<IndexOperations> = {
  createIndex: (name, table, keys, options = {}) => statement(createIndexSql(name, table, keys, options)),
  dropIndex: (name, { ifExists = false } = {}) =>
    statement(`DROP INDEX ${ifExists ? "IF EXISTS " : ""}${sqlName(name)}`),
  renameIndex: (name, newName) =>
    statement(`ALTER INDEX ${sqlName(name)} RENAME TO ${quoteIdentifier(newName)}`),
};

function createIndexSql(
  name: string,
  table: Name,
  keys: readonly IndexKeyDefinition[],
  options: IndexOptions,
): string {
  const parameters = Object.entries(options.with ?? {}).map(
    ([key, value]) => `${key} = ${quoteLiteral(value)}`,
  );
  return [
    `CREATE ${options.unique === true ? "UNIQUE " : ""}INDEX ${quoteIdentifier(name)} ON ${sqlName(table)}`,
    ` USING ${quoteIdentifier(options.method ?? "btree")} (${keys.map(keySql).join(", ")})`,
    options.include === undefined ? "" : ` INCLUDE (${sqlColumns(options.include)})`,
    options.nullsNotDistinct === true ? " NULLS NOT DISTINCT" : "",
    parameters.length === 0 ? "" : ` WITH (${parameters.join(", ")})`,
    options.where === undefined ? "" : ` WHERE ${embedded(options.where)}`,
  ].join("");
}

function keySql(key: IndexKeyDefinition): string {
  if (typeof key === "string") return quoteIdentifier(key);
  return [
    key.column === undefined ? `(${embedded(key.expression ?? "")})` : quoteIdentifier(key.column),
    key.collation === undefined ? "" : ` COLLATE ${key.collation}`,
    key.opclass === undefined ? "" : ` ${key.opclass}`,
    key.order === "desc" ? " DESC" : "",
    key.nulls === undefined ? "" : ` NULLS ${key.nulls.toUpperCase()}`,
  ].join("");
}
