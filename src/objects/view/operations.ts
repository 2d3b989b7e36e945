import { sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation, type Statement } from "../../operations/statement.ts";

/** What a view may say beside its query. */
export interface ViewOptions {
  readonly checkOption?: "local" | "cascaded";
  readonly securityBarrier?: boolean;
  /** PostgreSQL 15 and later. */
  readonly securityInvoker?: boolean;
}

/** Options to change; null and false take one away. */
export interface ViewChanges {
  readonly checkOption?: "local" | "cascaded" | null;
  readonly securityBarrier?: boolean;
  readonly securityInvoker?: boolean;
}

/** What a revision can do to views. */
export interface ViewOperations {
  /** CREATE VIEW; `query` is SQL text. */
  createView(name: Name, query: string, options?: ViewOptions): void;
  /**
   * CREATE OR REPLACE VIEW: what depends on the view stays, and so do its grants and comments. The columns that it
   * had must be the first of the new ones, with the same types. Options that are not said are taken away.
   */
  replaceView(name: Name, query: string, options?: ViewOptions): void;
  /** ALTER VIEW ... SET and RESET. */
  alterView(name: Name, changes: ViewChanges): void;
  /** DROP VIEW; refused by Postgres while another view depends on it. */
  dropView(name: Name): void;
}

export const viewOperations: Implementation<ViewOperations> = {
  createView: (name, query, options = {}) => statement(createSql("CREATE VIEW", name, query, options)),
  replaceView: (name, query, options = {}) =>
    statement(createSql("CREATE OR REPLACE VIEW", name, query, options)),
  alterView: (name, changes) => alterSql(`ALTER VIEW ${sqlName(name)}`, parameters(changes)),
  dropView: (name) => statement(`DROP VIEW ${sqlName(name)}`),
};

function createSql(command: string, name: Name, query: string, options: ViewOptions): string {
  const said = parameters(options).filter(([, value]) => value !== null);
  const clause = said.length === 0 ? "" : ` WITH (${assignments(said)})`;
  return `${command} ${sqlName(name)}${clause} AS ${queryBody(query)}`;
}

/** A query as CREATE takes it: alone, whatever it ends in. */
export function queryBody(query: string): string {
  return `(\n${query}\n)`;
}

/** A storage parameter and its value as SQL; null for none. */
export type Parameter = readonly [name: string, value: string | null];

function flag(value: boolean): string | null {
  return value ? "true" : null;
}

function parameters({ checkOption, securityBarrier, securityInvoker }: ViewChanges): readonly Parameter[] {
  return [
    ...(checkOption === undefined ? [] : [["check_option", checkOption] as const]),
    ...(securityBarrier === undefined ? [] : [["security_barrier", flag(securityBarrier)] as const]),
    ...(securityInvoker === undefined ? [] : [["security_invoker", flag(securityInvoker)] as const]),
  ];
}

function assignments(said: readonly Parameter[]): string {
  return said.map(([name, value]) => `${name} = ${value ?? ""}`).join(", ");
}

/** SET for the parameters that have a value, RESET for the others. */
export function alterSql(alter: string, changed: readonly Parameter[]): readonly Statement[] {
  const [set, reset] = [changed.filter(([, v]) => v !== null), changed.filter(([, v]) => v === null)];
  return [
    ...(set.length === 0 ? [] : statement(`${alter} SET (${assignments(set)})`)),
    ...(reset.length === 0 ? [] : statement(`${alter} RESET (${reset.map(([name]) => name).join(", ")})`)),
  ];
}
