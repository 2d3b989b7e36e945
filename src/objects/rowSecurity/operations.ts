import { authorization } from "../../operations/hazard.ts";
import { displayOf, sqlName, type Name } from "../../operations/sql.ts";
import { statement, type Implementation } from "../../operations/statement.ts";

/** What row-level security may say. */
export interface RowSecurityOptions {
  /** FORCE, or NO FORCE where it is disabled: whether policies bind the table's owner too. */
  readonly force?: boolean;
}

/** What a revision can do to row-level security. */
export interface RowSecurityOperations {
  /** ALTER TABLE ... ENABLE ROW LEVEL SECURITY: without a policy, only the table's owner sees and changes rows. */
  enableRowLevelSecurity(table: Name, options?: RowSecurityOptions): void;
  /** ALTER TABLE ... DISABLE ROW LEVEL SECURITY; the table's policies stay and mean nothing. */
  disableRowLevelSecurity(table: Name, options?: RowSecurityOptions): void;
}

export const rowSecurityOperations: Implementation<RowSecurityOperations> = {
  enableRowLevelSecurity: (table, { force = false } = {}) =>
    statement(
      `ALTER TABLE ${sqlName(table)} ENABLE ROW LEVEL SECURITY${force ? ", FORCE ROW LEVEL SECURITY" : ""}`,
    ),
  disableRowLevelSecurity: (table, { force = false } = {}) =>
    statement(
      `ALTER TABLE ${sqlName(table)} DISABLE ROW LEVEL SECURITY${force ? ", NO FORCE ROW LEVEL SECURITY" : ""}`,
      authorization(`lets every role with privileges on ${displayOf(table)} see and change all of its rows`),
    ),
};
