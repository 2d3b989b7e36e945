import { setImmediate } from "node:timers/promises";
import type { Row } from "../database/session.ts";
import { RevisionError } from "../errors.ts";
import type { Statement } from "../operations/statement.ts";

/** A statement that a migration asked for. */
export interface RecordedStatement extends Statement {
  readonly parameters: readonly unknown[];
  /** Whether the migration waits for rows. */
  readonly returnsRows: boolean;
  /** Whether it stands in an autocommit block. */
  readonly autocommit: boolean;
}

/** Runs one recorded statement. What it throws ends the migration. */
export type Execute = (statement: RecordedStatement) => Promise<readonly Row[]>;

interface Waiting {
  readonly statement: RecordedStatement;
  readonly resolve: (rows: readonly Row[]) => void;
  readonly reject: (reason: unknown) => void;
}

/** What a migration, or an autocommit block in it, has queued and not run yet. Its body is called at once and run later. */
export class Block {
  readonly parent: Block | null;
  readonly #queue: (Waiting | Block)[] = [];
  readonly #signal: Signal = new Signal();
  #settled = false;
  #closed = false;
  #error: { readonly reason: unknown } | null = null;

  constructor(parent: Block | null) {
    this.parent = parent;
  }

  /** Calls the body, and knows when it has ended and how. */
  start(body: () => void | Promise<void>): void {
    const run = async (): Promise<void> => body();
    run().then(
      () => this.#settle(),
      (reason: unknown) => {
        this.#fail(reason);
        this.#settle();
      },
    );
  }

  #settle(): void {
    this.#settled = true;
    this.#signal.raise();
  }

  /** Queues statements whose rows nobody wants. */
  add(statements: readonly Statement[]): void {
    this.#checkOpen();
    for (const statement of statements) {
      const recorded = { ...statement, parameters: [], returnsRows: false, autocommit: this.parent !== null };
      this.#queue.push({ statement: recorded, resolve: ignore, reject: ignore });
    }
  }

  /** Queues a query, and has everything up to it run. */
  ask(sql: string, parameters: readonly unknown[]): Promise<readonly Row[]> {
    if (this.#closed) return Promise.reject(this.#afterEnd());
    const statement = { sql, parameters, returnsRows: true, autocommit: this.parent !== null };
    const answer = new Promise<readonly Row[]>((resolve, reject) =>
      this.#queue.push({ statement, resolve, reject }),
    );
    // A query that nobody awaits must not end the process: its failure ends the migration.
    answer.catch(ignore);
    this.#wake();
    return answer;
  }

  /** Queues an autocommit block. */
  open(): Block {
    this.#checkOpen();
    const block = new Block(this);
    this.#queue.push(block);
    return block;
  }

  #wake(): void {
    this.#signal.raise();
    if (this.parent !== null) this.parent.#wake();
  }

  #fail(reason: unknown): void {
    // The whole migration has failed: what was queued before this block need not run first.
    this.#error ??= { reason };
    if (this.parent !== null) this.parent.#fail(reason);
  }

  /** Runs what is queued, whenever a query waits and at the end, until the body has ended and nothing is left. */
  async drain(execute: Execute): Promise<void> {
    do {
      if (!this.#settled) await this.#signal.raised();
      await this.#runQueue(execute);
    } while (!this.#settled || (await this.#hasMore()));
    this.#throwError();
    this.#closed = true;
  }

  async #runQueue(execute: Execute): Promise<void> {
    for (let item = this.#queue.shift(); item !== undefined; item = this.#queue.shift()) {
      this.#throwError();
      if (item instanceof Block) await item.drain(execute);
      else await answer(item, execute);
    }
  }

  /** What follows a query in a promise chain that nobody awaits gets a turn to queue more. */
  async #hasMore(): Promise<boolean> {
    await setImmediate();
    return this.#queue.length > 0;
  }

  #throwError(): void {
    if (this.#error !== null) throw this.#error.reason;
  }

  /** Ends everything at once: what waits is rejected, and later calls throw. */
  close(reason: unknown): void {
    this.#closed = true;
    for (const item of this.#queue.splice(0)) {
      if (item instanceof Block) item.close(reason);
      else item.reject(reason);
    }
  }

  #checkOpen(): void {
    if (this.#closed) throw this.#afterEnd();
  }

  #afterEnd(): RevisionError {
    const what = this.parent === null ? "its migration" : "its autocommit block";
    return new RevisionError("op-after-end", `An operation was called after ${what} had ended.`, {
      hint: "Await everything in `up` and `down` that leads to a call of `op`.",
    });
  }
}

async function answer({ statement, resolve, reject }: Waiting, execute: Execute): Promise<void> {
  try {
    resolve(await execute(statement));
  } catch (error) {
    reject(error);
    throw error;
  }
}

function ignore(): void {
  // Nobody waits.
}

/** Wakes one waiter, now or as soon as it waits. */
class Signal {
  #raised = false;
  #wake: () => void = ignore;

  raise(): void {
    this.#raised = true;
    this.#wake();
  }

  async raised(): Promise<void> {
    if (!this.#raised) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#raised = false;
  }
}
