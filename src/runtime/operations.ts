import type { Row } from "../database/session.ts";
import { implementations, statementsOf } from "../objects/implementations.ts";
import type { Call, CallName, SchemaChanges } from "../objects/methods.ts";
import type { MigrationBody, Operations } from "../op.ts";
import type { Statement } from "../operations/statement.ts";

/** Where the calls of an `op` go. */
export interface Sink {
  add(statements: readonly Statement[]): void;
  ask(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]>;
  open(body: MigrationBody): void;
}

// Object.keys cannot know that the record has no other keys.
const methods = Object.keys(implementations) as readonly CallName[];

/** The `op` of a migration: every method gives its statements to the sink of the moment. */
export function createOperations(sink: () => Sink): Operations {
  const record = (method: CallName, args: readonly unknown[]): void => {
    // The types of `Operations` have checked the arguments of each method in the revision file.
    sink().add(statementsOf({ method, args } as unknown as Call));
  };
  const entries = methods.map((method) => [method, (...args: readonly unknown[]) => record(method, args)]);
  // The entries are the methods of SchemaChanges, by the keys of its implementation.
  const changes = Object.fromEntries(entries) as SchemaChanges;
  return Object.freeze<Operations>({
    ...changes,
    // The caller of `query` says what the rows are; nobody else can know.
    query: <R extends object>(sql: string, parameters: readonly unknown[] = []) =>
      sink().ask(sql, parameters) as Promise<unknown> as Promise<R[]>,
    autocommit: (body) => sink().open(body),
  });
}
