/** A row as the driver gives it: values by column name. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * One connection to one Postgres, whatever the driver. Statements of one session never overlap:
 * a second call waits for the first.
 */
export interface Session {
  /** Runs one or more statements without parameters (simple protocol) and gives the command tag of the last, e.g. `COMMIT`. */
  execute(sql: string): Promise<string>;
  /** Runs one statement with parameters and gives its rows. */
  query(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** For messages: `user@host:port/database`, or `embedded Postgres (path)`. Never holds a password. */
  readonly target: string;
  /** `server_version_num`: 150018 for 15.18. */
  readonly serverVersion: number;
  /** Whether this is the embedded Postgres (PGlite). */
  readonly embedded: boolean;
  /** Whether a transaction block is open, the caller's own included. */
  inTransaction(): Promise<boolean>;
  /** Ends the connection if Limbeck opened it; leaves a caller's own connection as it is. */
  close(): Promise<void>;
}
