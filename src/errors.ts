/** What a `LimbeckError` may carry beside its message. */
export interface ErrorDetails {
  /** What to do next, in one sentence. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
  /** Facts for machines (`--json`): plain data, never a secret. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
}

/** The base of every error that Limbeck throws on purpose: a stable code, an exit code, and what to do next. */
export abstract class LimbeckError extends Error {
  abstract readonly exitCode: number;
  /** Stable, kebab-case; part of the public interface. */
  readonly code: string;
  readonly hint: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(code: string, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.hint = details.hint;
    this.data = details.data ?? {};
  }
}

/** Wrong arguments: exit code 2. */
export class UsageError extends LimbeckError {
  readonly exitCode = 2;
}

/** Configuration missing, broken or contradictory: exit code 2. */
export class ConfigError extends LimbeckError {
  readonly exitCode = 2;
}

/** The database cannot be reached or refuses us: exit code 2. */
export class ConnectionError extends LimbeckError {
  readonly exitCode = 2;
}

/** A model that cannot be turned into a schema; names the export and the file: exit code 2. */
export class ModelError extends LimbeckError {
  readonly exitCode = 2;
}

/** The revision files do not form a valid history: exit code 3. */
export class RevisionError extends LimbeckError {
  readonly exitCode = 3;
}

/** The database is not in the state that the command needs: exit code 4. */
export class DatabaseStateError extends LimbeckError {
  readonly exitCode = 4;
}

/** A migration failed while it was being applied: exit code 5. */
export class ApplyError extends LimbeckError {
  readonly exitCode = 5;
}

/** A bug in Limbeck: exit code 70; the message asks for a report. */
export class InternalError extends LimbeckError {
  readonly exitCode = 70;
  constructor(message: string, details: ErrorDetails = {}) {
    super("internal", message, { hint: "This is a bug in Limbeck; please report it.", ...details });
  }
}
