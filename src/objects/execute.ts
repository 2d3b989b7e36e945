import { statement, type Implementation } from "../operations/statement.ts";

/** SQL of whatever kind, where no method says it. */
export interface ExecuteOperations {
  /** Runs SQL as it stands, one command or several. BEGIN, COMMIT and ROLLBACK are refused. */
  execute(sql: string): void;
}

export const executeOperations: Implementation<ExecuteOperations> = {
  execute: (sql) => statement(sql),
};
