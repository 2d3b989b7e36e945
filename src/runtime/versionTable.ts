import type { QualifiedName } from "../catalog/name.ts";
import { ConfigError } from "../errors.ts";
import { quoteIdentifier, sqlName } from "../operations/sql.ts";
import type { Direction } from "../revisions/steps.ts";

/** Where Limbeck keeps what is applied, unless the configuration says otherwise. */
export const DEFAULT_VERSION_TABLE: QualifiedName = { schema: "public", name: "limbeck_version" };

const LOG_SUFFIX = "_log";
const LONGEST_NAME = 63 - LOG_SUFFIX.length;

/** Both tables of the bookkeeping: one row per head, and one per applied revision. */
export interface VersionTables {
  readonly version: QualifiedName;
  readonly log: QualifiedName;
}

/** The tables that belong to a version table's name; the differ must leave them alone. */
export function versionTables(version: QualifiedName = DEFAULT_VERSION_TABLE): VersionTables {
  if (Buffer.byteLength(version.name) > LONGEST_NAME) {
    throw new ConfigError(
      "version-table-name",
      `The name of the version table, ${version.name}, is too long.`,
      {
        hint: `Use at most ${LONGEST_NAME} bytes.`,
      },
    );
  }
  return { version, log: { schema: version.schema, name: version.name + LOG_SUFFIX } };
}

/** How far an unfinished revision has come: it was committed up to a statement and must go on from there. */
export interface Progress {
  readonly direction: Direction;
  /** How many statements are done. */
  readonly statements: number;
  /** Hash of those statements. */
  readonly hash: string;
  /** Whether the next statement may have been run outside a transaction without anybody noting how it ended. */
  readonly running: boolean;
}

/** What the log knows of one revision. */
export interface LogEntry {
  readonly revision: string;
  readonly checksum: string;
  /** ISO 8601 in UTC; null while the revision has never been finished. */
  readonly appliedAt: string | null;
  readonly durationMs: number | null;
  readonly progress: Progress | null;
}

/** What both tables hold. */
export interface VersionState {
  readonly tables: VersionTables;
  readonly schemaExists: boolean;
  readonly versionExists: boolean;
  readonly logExists: boolean;
  /** Whether the role may change the tables that exist. */
  readonly writable: boolean;
  readonly rows: readonly string[];
  readonly log: readonly LogEntry[];
}

/** The statements that make what `state` lacks; none where all is there. */
export function createVersionTables({ tables, ...state }: VersionState): readonly string[] {
  const { version, log } = tables;
  return [
    // IF NOT EXISTS would ask for the right to create schemas even where there is nothing to do.
    ...(state.schemaExists ? [] : [`CREATE SCHEMA ${quoteIdentifier(version.schema)}`]),
    ...(state.versionExists ? [] : [`CREATE TABLE ${sqlName(version)} (\n  revision text PRIMARY KEY\n)`]),
    ...(state.logExists ? [] : [`CREATE TABLE ${sqlName(log)} (${LOG_DEFINITION}\n)`]),
  ];
}

/** The columns of the log, by name. */
export const LOG_COLUMNS: readonly string[] = [
  "applied_at",
  "checksum",
  "direction",
  "duration_ms",
  "revision",
  "running",
  "statements",
  "statements_hash",
  "xid",
];

// direction, statements, statements_hash and running are null once a revision is finished.
const LOG_DEFINITION = `
  revision text PRIMARY KEY,
  checksum text NOT NULL,
  applied_at timestamptz,
  duration_ms integer,
  xid text,
  direction text CHECK (direction IN ('up', 'down')),
  statements integer,
  statements_hash text,
  running boolean`;
