import { RevisionError } from "../errors.ts";
import type { MigrationBody } from "../op.ts";
import { Block, type Execute, type RecordedStatement } from "./block.ts";
import { createOperations, type Sink } from "./operations.ts";

export type { Execute, RecordedStatement } from "./block.ts";

/**
 * Calls the body of a migration and runs what it asks for through `execute`, one statement after the other in the order
 * of the calls. Ends when the body has ended and everything has run; throws the first error of either.
 */
export async function runBody(body: MigrationBody, execute: Execute): Promise<void> {
  const recorder = new Recorder();
  recorder.call(recorder.root, body);
  try {
    await recorder.root.drain(execute);
  } catch (error) {
    recorder.root.close(error);
    throw error;
  }
}

/** The statements of a migration, without a database. Throws RevisionError where the migration asks for rows. */
export async function collectStatements(body: MigrationBody): Promise<readonly RecordedStatement[]> {
  const statements: RecordedStatement[] = [];
  await runBody(body, (statement) => {
    if (statement.returnsRows) return Promise.reject(needsDatabase(statement.sql));
    statements.push(statement);
    return Promise.resolve([]);
  });
  return statements;
}

/** Knows which block is being recorded, so that calls of the outer `op` in an autocommit block land in the block. */
class Recorder {
  readonly root: Block = new Block(null);
  #current: Block = this.root;

  call(block: Block, body: MigrationBody): void {
    const outer = this.#current;
    const op = createOperations(() => this.#sinkOf(block));
    this.#current = block;
    // Only what the body does before its first await happens in here.
    block.start(() => body(op));
    this.#current = outer;
  }

  #sinkOf(block: Block): Sink {
    const target = block === this.root ? this.#current : block;
    return {
      add: (statements) => target.add(statements),
      ask: (sql, parameters) => target.ask(sql, parameters),
      open: (body) => this.call(target.open(), body),
    };
  }
}

function needsDatabase(sql: string): RevisionError {
  return new RevisionError("needs-database", "The migration reads from the database, which is not there.", {
    hint: "Run it against a database, or write what it does as SQL with `op.execute`.",
    data: { statement: sql },
  });
}
