import type { QualifiedName } from "../catalog/name.ts";
import type { Row, Session } from "../database/session.ts";
import { DatabaseStateError } from "../errors.ts";
import { displayOf, sqlName } from "../operations/sql.ts";
import { serverErrorOf } from "./failure.ts";
import {
  LOG_COLUMNS,
  type LogEntry,
  type Progress,
  type VersionState,
  type VersionTables,
} from "./versionTable.ts";

/**
 * Reads the bookkeeping in two statements, without writing anything; missing tables count as empty. Throws
 * DatabaseStateError where one of the names belongs to something else, or where the role may not read it.
 */
export async function readVersionState(session: Session, tables: VersionTables): Promise<VersionState> {
  const { schemaExists, found } = await findTables(session, tables);
  const version = found.get(tables.version.name);
  const log = found.get(tables.log.name);
  checkVersionTable(tables.version, version);
  checkLogTable(tables.log, log);
  const [versionExists, logExists] = [version !== undefined, log !== undefined];
  const writable = [version, log].every((table) => table?.writable !== false);
  const held = await readHeld(session, tables, versionExists, logExists).catch((error: unknown) => {
    throw serverErrorOf(error)?.sqlstate === "42501" ? notReadable(session, tables, error) : error;
  });
  return { tables, schemaExists, versionExists, logExists, writable, ...held };
}

interface FoundTable {
  readonly kind: string;
  /** Name and type of each. */
  readonly columns: readonly string[];
  readonly writable: boolean;
}

// A left join: a schema without the tables gives one row. Not format_type, which prints as the session's settings have
// it: quote_all_identifiers makes it "text".
const FIND_TABLES = `SELECT c.relname::text AS name, c.relkind::text AS kind,
    (SELECT string_agg(a.attname || ' ' || y.typname, E'\\n' ORDER BY a.attname)
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    has_table_privilege(c.oid, 'INSERT') AND has_table_privilege(c.oid, 'UPDATE')
      AND has_table_privilege(c.oid, 'DELETE') AS writable
  FROM pg_catalog.pg_namespace n
  LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname::text IN ($2::text, $3::text)
  WHERE n.nspname = $1::text`;

async function findTables(
  session: Session,
  { version, log }: VersionTables,
): Promise<{ readonly schemaExists: boolean; readonly found: ReadonlyMap<string, FoundTable> }> {
  const rows = await session.query(FIND_TABLES, [version.schema, version.name, log.name]);
  const tables = rows.filter((row) => row["name"] !== null);
  return {
    schemaExists: rows.length > 0,
    found: new Map(tables.map((row) => [String(row["name"]), foundTable(row)])),
  };
}

function foundTable(row: Row): FoundTable {
  const columns = typeof row["columns"] === "string" ? row["columns"].split("\n") : [];
  return { kind: String(row["kind"]), columns, writable: row["writable"] === true };
}

function checkVersionTable(name: QualifiedName, table: FoundTable | undefined): void {
  if (table === undefined) return;
  checkKind(name, table);
  const [column, ...more] = table.columns;
  if (more.length > 0 || !/^revision (?:text|varchar)$/.test(column ?? "")) throw wrongShape(name, table);
}

function checkLogTable(name: QualifiedName, table: FoundTable | undefined): void {
  if (table === undefined) return;
  checkKind(name, table);
  const names = table.columns.map((column) => column.replace(/ .*$/, ""));
  if (LOG_COLUMNS.some((column) => !names.includes(column))) throw wrongShape(name, table);
}

const KINDS: Readonly<Record<string, string>> = {
  v: "a view",
  m: "a materialized view",
  f: "a foreign table",
  p: "a partitioned table",
  S: "a sequence",
  i: "an index",
  c: "a composite type",
};

function checkKind(name: QualifiedName, { kind }: FoundTable): void {
  if (kind === "r") return;
  const what = KINDS[kind] ?? "not a table";
  throw new DatabaseStateError("version-table-kind", `The version table ${displayOf(name)} is ${what}.`, {
    hint: `Rename it, or set \`versionTable\` in limbeck.config.ts to another name.`,
    data: { table: displayOf(name), kind },
  });
}

function wrongShape(name: QualifiedName, { columns }: FoundTable): DatabaseStateError {
  const held = columns.length === 0 ? "no columns" : columns.join(", ");
  return new DatabaseStateError(
    "version-table-shape",
    `The table ${displayOf(name)} is not one that Limbeck made: it has ${held}.`,
    {
      hint: "If it belongs to another tool, set `versionTable` in limbeck.config.ts to another name.",
      data: { table: displayOf(name), columns },
    },
  );
}

/** Both tables in one statement, that is, at one moment: another runner may be at work. */
async function readHeld(
  session: Session,
  { version, log }: VersionTables,
  versionExists: boolean,
  logExists: boolean,
): Promise<Pick<VersionState, "rows" | "log">> {
  if (!versionExists && !logExists) return { rows: [], log: [] };
  const versions = `(SELECT json_agg(v.revision ORDER BY v.revision) FROM ${sqlName(version)} v)`;
  const entries = `(SELECT json_agg(l ORDER BY l.revision) FROM (${logQuery(log)}) l)`;
  const sql = `SELECT ${versionExists ? versions : "NULL"}::text AS rows, ${logExists ? entries : "NULL"}::text AS log`;
  const [row] = await session.query(sql);
  return { rows: parsed(row, "rows").map(String), log: parsed(row, "log").map(logEntry) };
}

function notReadable(
  { target }: Session,
  { version, log }: VersionTables,
  cause: unknown,
): DatabaseStateError {
  const [table, its] = [displayOf(version), displayOf(log)];
  return new DatabaseStateError(
    "version-table-privilege",
    `The role of ${target} may not read the version table ${table}: ${serverErrorOf(cause)?.message ?? ""}.`,
    {
      cause,
      hint: `Grant the role USAGE on the schema ${version.schema} and SELECT on both tables: GRANT SELECT ON ${table}, ${its} TO ...`,
      data: { table },
    },
  );
}

function logQuery(log: QualifiedName): string {
  const time = `to_char(applied_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS applied_at`;
  const columns = "revision, checksum, duration_ms, direction, statements, statements_hash, running";
  return `SELECT ${columns}, ${time} FROM ${sqlName(log)}`;
}

function parsed(row: Row | undefined, key: string): readonly unknown[] {
  const text = row?.[key];
  const value: unknown = typeof text === "string" ? JSON.parse(text) : [];
  return Array.isArray(value) ? value : [];
}

function logEntry(value: unknown): LogEntry {
  // What json_agg makes of a row is an object by column name.
  const row = value as Row;
  return {
    revision: String(row["revision"]),
    checksum: String(row["checksum"]),
    appliedAt: typeof row["applied_at"] === "string" ? row["applied_at"] : null,
    durationMs: typeof row["duration_ms"] === "number" ? row["duration_ms"] : null,
    progress: progressOf(row),
  };
}

function progressOf(row: Row): Progress | null {
  const direction = row["direction"];
  if (direction !== "up" && direction !== "down") return null;
  return {
    direction,
    statements: Number(row["statements"] ?? 0),
    hash: typeof row["statements_hash"] === "string" ? row["statements_hash"] : "",
    running: row["running"] === true,
  };
}
