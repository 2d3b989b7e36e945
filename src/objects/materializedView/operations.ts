import { quoteIdentifier, quoteLiteral, sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";
import { alterSql, queryBody, type Parameter } from "../view/operations.ts";

/** What a materialized view may say beside its query. */
export interface MaterializedViewOptions {
  /** Access method. */
  readonly using?: string;
  /** Storage parameters by name. */
  readonly with?: Readonly<Record<string, string>>;
  readonly tablespace?: string;
  /** Leaves it empty, not to be read before REFRESH MATERIALIZED VIEW. */
  readonly withNoData?: boolean;
}

/** What of a materialized view can change in place; a storage parameter that is null is taken away. */
export interface MaterializedViewChanges {
  readonly with?: Readonly<Record<string, string | null>>;
  readonly tablespace?: string;
}

/** What a revision can do to materialized views. */
export interface MaterializedViewOperations {
  /** CREATE MATERIALIZED VIEW, which runs the query; `query` is SQL text. */
  createMaterializedView(name: Name, query: string, options?: MaterializedViewOptions): void;
  /** ALTER MATERIALIZED VIEW ... SET and RESET; another tablespace means copying the rows. */
  alterMaterializedView(name: Name, changes: MaterializedViewChanges): void;
  /** DROP MATERIALIZED VIEW. Its rows come from the query, so that creating it again brings them back. */
  dropMaterializedView(name: Name): void;
}

export const materializedViewOperations: Implementation<MaterializedViewOperations> = {
  createMaterializedView: (name, query, options = {}) => statement(createSql(name, query, options)),
  alterMaterializedView: (name, { with: changed = {}, tablespace }) => {
    const alter = `ALTER MATERIALIZED VIEW ${sqlName(name)}`;
    return [
      ...alterSql(alter, parameters(changed)),
      ...(tablespace === undefined
        ? []
        : statement(`${alter} SET TABLESPACE ${quoteIdentifier(tablespace)}`)),
    ];
  },
  dropMaterializedView: (name) => statement(`DROP MATERIALIZED VIEW ${sqlName(name)}`),
};

function createSql(name: Name, query: string, options: MaterializedViewOptions): string {
  const said = parameters(options.with ?? {}).map(([key, value]) => `${key} = ${value ?? ""}`);
  return [
    `CREATE MATERIALIZED VIEW ${sqlName(name)}`,
    options.using === undefined ? "" : ` USING ${quoteIdentifier(options.using)}`,
    said.length === 0 ? "" : ` WITH (${said.join(", ")})`,
    options.tablespace === undefined ? "" : ` TABLESPACE ${quoteIdentifier(options.tablespace)}`,
    ` AS ${queryBody(query)}`,
    options.withNoData === true ? " WITH NO DATA" : "",
  ].join("");
}

function parameters(values: Readonly<Record<string, string | null>>): readonly Parameter[] {
  return Object.entries(values).map(([name, value]) => [name, value === null ? null : quoteLiteral(value)]);
}
