import { ConnectionError, InternalError, LimbeckError, ModelError } from "../errors.ts";
import { serverErrorOf } from "../runtime/failure.ts";

/** A revision that does not do what it says: a bug of ours. */
export function disproven(problem: string, residual: readonly string[]): InternalError {
  return new InternalError(
    `The revision was not written, since its proof failed: ${problem}.\n${list(residual)}`,
    {
      data: { residual },
    },
  );
}

function list(lines: readonly string[]): string {
  const shown = lines.slice(0, 20).map((line) => `  ${line}`);
  return [
    ...shown,
    ...(lines.length > shown.length ? [`  … and ${lines.length - shown.length} more`] : []),
  ].join("\n");
}

/** `down` that Postgres refuses. */
export function unreversed(error: unknown): Error {
  if (error instanceof ConnectionError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new InternalError(`The revision was not written, since its down fails: ${reason}`, { cause: error });
}

/** Names that are taken: the models have each name once, so the order is wrong. */
const DUPLICATES = ["42P06", "42P07", "42701", "42710", "42723"];

/** A type, an operator class, a collation or a function that is not there. */
const MISSING = ["42704", "42883"];

/**
 * `up` that Postgres refuses. Most of what the models hold is SQL of their author's, so the models are to blame where
 * Postgres finds fault with an expression, a name or a value.
 */
export function refusedUp(error: unknown): Error {
  if (error instanceof ConnectionError) return error;
  const said = serverErrorOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  if (said === null || !/^(?:22|42|0A|54)/.test(said.sqlstate) || DUPLICATES.includes(said.sqlstate)) {
    return new InternalError(`The revision was not written, since its up fails: ${reason}`, { cause: error });
  }
  const statement = error instanceof LimbeckError ? error.data["statement"] : undefined;
  const where = typeof statement === "string" ? `\n  statement: ${statement}` : "";
  const remedy = MISSING.includes(said.sqlstate)
    ? "Correct the models, or let a revision before this one make what they need (an extension, a function)."
    : "Correct the models.";
  return new ModelError(
    "models-refused",
    `The models ask for something that PostgreSQL refuses: ${said.message}.${where}`,
    {
      hint: `${remedy} With --no-proof the revision is written as it is.`,
      cause: error,
      data: { sqlstate: said.sqlstate, detail: said.detail, statement, message: reason },
    },
  );
}
