import { RevisionError } from "../errors.ts";
import { sha256 } from "../revisions/checksum.ts";
import type { Step } from "../revisions/steps.ts";
import type { Progress } from "./versionTable.ts";

/**
 * Counts and hashes the statements of one migration, so that a later run of it can tell that it is still the same
 * migration up to where the first one came.
 */
export class Trail {
  readonly #step: Step;
  readonly #resume: Progress | null;
  #count = 0;
  #hash = "";

  constructor(step: Step, resume: Progress | null) {
    this.#step = step;
    this.#resume = resume;
  }

  /** Whether the next statement was done by an earlier run. */
  get isDone(): boolean {
    return this.#resume !== null && this.#count < this.#resume.statements;
  }

  /** What the earlier run left, if the next statement is the first that it did not finish. */
  get resumedHere(): Progress | null {
    return this.#resume?.statements === this.#count ? this.#resume : null;
  }

  /** How many statements are done. */
  get count(): number {
    return this.#count;
  }

  /** Notes a statement as done. Throws RevisionError where the earlier run did other things up to here. */
  advance(sql: string, parameters: readonly unknown[]): void {
    this.#hash = sha256(`${this.#hash}\0${sql}\0${JSON.stringify(parameters, jsonValue)}`);
    this.#count += 1;
    const { statements, hash } = this.#resume ?? {};
    if (statements === this.#count && hash !== this.#hash) throw this.#changed();
  }

  /** Throws RevisionError where the migration ended before it came to where the earlier run was. */
  assertComplete(): void {
    if (this.isDone) throw this.#changed();
  }

  progress(running: boolean): Progress {
    return { direction: this.#step.direction, statements: this.#count, hash: this.#hash, running };
  }

  #changed(): RevisionError {
    const { revision } = this.#step;
    const count = this.#resume?.statements ?? 0;
    const done = count === 1 ? "its first statement is" : `its first ${count} statements are`;
    return new RevisionError(
      "revision-changed-unfinished",
      `Revision ${revision.id} (${revision.file}) is unfinished: ${done} committed, and these have changed since.`,
      {
        hint: "Put these statements back as they were; what follows them may change.",
        data: { file: revision.file },
      },
    );
  }
}

function jsonValue(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}
