import type { Row } from "../database/session.ts";
import { RevisionError, UsageError } from "../errors.ts";
import type { MigrationBody } from "../op.ts";
import type { Step } from "../revisions/steps.ts";
import { excerpt, serverErrorOf, StatementFailure } from "./failure.ts";
import { logApplied, logProgress, logUndone, writeRows } from "./journal.ts";
import { runBody, type RecordedStatement } from "./recorder.ts";
import type { RunContext } from "./run.ts";
import { splitStatements, transactionControl, type SqlStatement } from "./scan.ts";
import { runAlone } from "./standalone.ts";
import { Trail } from "./trail.ts";
import type { Committed, Transaction } from "./transaction.ts";
import type { Progress } from "./versionTable.ts";
import { throwIfAborted } from "./wait.ts";

/** One attempt at one revision. */
export class Migration {
  readonly #context: RunContext;
  readonly #step: Step;
  readonly #trail: Trail;
  readonly #started: number = performance.now();
  #transaction: Transaction | null = null;
  #saved: Progress | null;
  #executed = 0;

  constructor(context: RunContext, step: Step, resume: Progress | null) {
    this.#context = context;
    this.#step = step;
    this.#trail = new Trail(step, resume);
    this.#saved = resume;
  }

  /** How far this and earlier attempts have been committed; null if not at all. */
  get saved(): Progress | null {
    return this.#saved;
  }

  get executed(): number {
    return this.#executed;
  }

  get durationMs(): number {
    return Math.round(performance.now() - this.#started);
  }

  /** Runs the revision and commits it with its version row. Whatever goes wrong, no transaction stays open. */
  async run(): Promise<Committed> {
    try {
      await runBody(bodyOf(this.#step), (statement) => this.#execute(statement));
      this.#trail.assertComplete();
      return await this.#finish();
    } catch (error) {
      await this.#rollback();
      throw error;
    }
  }

  async #execute(statement: RecordedStatement): Promise<readonly Row[]> {
    throwIfAborted(this.#context.signal);
    const parts = splitStatements(statement.sql);
    refuseTransactionControl(this.#step, parts);
    // Outside a transaction several commands in one text would be one again.
    const isList = statement.autocommit && !statement.returnsRows && parts.length > 1;
    const texts = isList ? parts.map(({ sql }) => sql) : [statement.sql];
    let rows: readonly Row[] = [];
    for (const sql of texts) rows = await this.#executeOne({ ...statement, sql });
    return rows;
  }

  async #executeOne(statement: RecordedStatement): Promise<readonly Row[]> {
    if (this.#trail.isDone) return this.#skip(statement);
    this.#context.emit({ type: "statement", step: this.#step, sql: statement.sql });
    this.#executed += 1;
    return statement.autocommit ? this.#alone(statement) : this.#inTransaction(statement);
  }

  /** A query of a part that is done is asked again, for what follows may depend on its rows; it must not write. */
  async #skip({ sql, parameters, returnsRows }: RecordedStatement): Promise<readonly Row[]> {
    this.#trail.advance(sql, parameters);
    if (!returnsRows) return [];
    this.#transaction = await this.#context.transactions.begin();
    await this.#context.session.execute("SET TRANSACTION READ ONLY");
    const rows = await this.#ask(sql, parameters, true).catch((error: unknown) => {
      throw serverErrorOf(error)?.sqlstate === "25006" ? cannotResume(this.#step, sql, error) : error;
    });
    await this.#rollback();
    return rows;
  }

  async #inTransaction({ sql, parameters, returnsRows }: RecordedStatement): Promise<readonly Row[]> {
    this.#transaction ??= await this.#context.transactions.begin();
    const rows = await this.#ask(sql, parameters, returnsRows);
    this.#trail.advance(sql, parameters);
    return rows;
  }

  async #ask(sql: string, parameters: readonly unknown[], returnsRows: boolean): Promise<readonly Row[]> {
    const { session } = this.#context;
    try {
      if (returnsRows) return await session.query(sql, parameters);
      await session.execute(sql);
      return [];
    } catch (error) {
      throw new StatementFailure(sql, error);
    }
  }

  async #alone(statement: RecordedStatement): Promise<readonly Row[]> {
    if (this.#context.transactions.withinCallers) throw needsOwnTransaction(this.#step, statement.sql);
    if (this.#transaction !== null) await this.#save(false);
    return runAlone(statement, {
      context: this.#context,
      trail: this.#trail,
      begin: async () => void (this.#transaction = await this.#context.transactions.begin()),
      ask: (sql, parameters, returnsRows) => this.#ask(sql, parameters, returnsRows),
      save: (running) => this.#save(running),
      rollback: () => this.#rollback(),
    });
  }

  async #rollback(): Promise<void> {
    await this.#transaction?.rollback();
    this.#transaction = null;
  }

  /** Commits what is open, and with it how far the revision has come. */
  async #save(running: boolean): Promise<void> {
    const { session, tables, transactions } = this.#context;
    this.#transaction ??= await transactions.begin();
    const progress = this.#trail.progress(running);
    await logProgress(session, tables, this.#step, progress);
    await this.#transaction.commit();
    [this.#transaction, this.#saved] = [null, progress];
  }

  async #finish(): Promise<Committed> {
    const { session, tables, transactions, signal } = this.#context;
    throwIfAborted(signal);
    this.#transaction ??= await transactions.begin();
    const { revision, direction, rows } = this.#step;
    await writeRows(session, tables, rows);
    const facts = { xid: this.#transaction.xid, durationMs: this.durationMs };
    if (direction === "up") await logApplied(session, tables, revision, facts);
    else await logUndone(session, tables, revision.id);
    return this.#transaction.commit();
  }
}

/** The function of the file that a step runs. Throws RevisionError where there is none. */
export function bodyOf({ direction, revision }: Step): MigrationBody {
  const body = revision[direction];
  if (body !== undefined) return body;
  throw new RevisionError("revision-no-down", `Revision ${revision.id} (${revision.file}) has no \`down\`.`, {
    hint: "Write `export async function down(op: Operations): Promise<void>` to make it reversible.",
    data: { revision: revision.id, file: revision.file },
  });
}

function refuseTransactionControl({ revision }: Step, statements: readonly SqlStatement[]): void {
  for (const statement of statements) {
    const command = transactionControl(statement);
    if (command === null) continue;
    throw new RevisionError(
      "transaction-control",
      `Revision ${revision.id} (${revision.file}) contains ${command}, but Limbeck runs it in a transaction of its own.`,
      {
        hint: "Remove the command; what must be committed by itself belongs into op.autocommit.",
        data: { revision: revision.id, statement: excerpt(statement.sql) },
      },
    );
  }
}

function needsOwnTransaction({ revision }: Step, sql: string): UsageError {
  return new UsageError(
    "autocommit-in-transaction",
    `Revision ${revision.id} has steps that must be committed by themselves, but the caller's transaction is open.`,
    {
      hint: "Run it on a connection without an open transaction.",
      data: { revision: revision.id, statement: excerpt(sql) },
    },
  );
}

function cannotResume({ revision }: Step, sql: string, cause: unknown): RevisionError {
  return new RevisionError(
    "revision-cannot-resume",
    `Revision ${revision.id} (${revision.file}) is unfinished and cannot go on: a query that is done would write again.`,
    {
      cause,
      hint: `Do by hand what is missing and \`limbeck stamp\` the revision; write with op.execute before an autocommit block.`,
      data: { revision: revision.id, statement: excerpt(sql) },
    },
  );
}
