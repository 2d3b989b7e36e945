import type { Session } from "../database/session.ts";
import { sqlName } from "../operations/sql.ts";
import type { Step } from "../revisions/steps.ts";
import type { Revision } from "../revisions/revision.ts";
import type { RowChange } from "../revisions/versionRows.ts";
import { versionRowMismatch } from "./failure.ts";
import type { Progress, VersionTables } from "./versionTable.ts";

/** Changes the version rows, each guarded: exactly one row must be hit. Belongs into the migration's transaction. */
export async function writeRows(
  session: Session,
  tables: VersionTables,
  rows: readonly RowChange[],
): Promise<void> {
  for (const change of rows) await writeRow(session, tables, change);
}

async function writeRow(session: Session, { version }: VersionTables, change: RowChange): Promise<void> {
  const table = sqlName(version);
  switch (change.action) {
    case "insert":
      await session.query(`INSERT INTO ${table} (revision) VALUES ($1)`, [change.revision]);
      return;
    case "delete":
      return expectOne(
        session,
        table,
        change.revision,
        `DELETE FROM ${table} WHERE revision = $1 RETURNING 1`,
        [],
      );
    case "update": {
      const sql = `UPDATE ${table} SET revision = $2 WHERE revision = $1 RETURNING 1`;
      return expectOne(session, table, change.from, sql, [change.to]);
    }
  }
}

async function expectOne(
  session: Session,
  table: string,
  revision: string,
  sql: string,
  more: readonly string[],
): Promise<void> {
  const rows = await session.query(sql, [revision, ...more]);
  if (rows.length !== 1) throw versionRowMismatch(table, revision, rows.length);
}

/** Empties both tables: what `stamp --purge` begins with. */
export async function purge(session: Session, { version, log }: VersionTables): Promise<void> {
  await session.execute(`DELETE FROM ${sqlName(version)}; DELETE FROM ${sqlName(log)}`);
}

/** Notes that a revision is applied as its file is now. */
export async function logApplied(
  session: Session,
  { log }: VersionTables,
  revision: Revision,
  { xid, durationMs }: { readonly xid: string | null; readonly durationMs: number | null },
): Promise<void> {
  const sql = `INSERT INTO ${sqlName(log)} (revision, checksum, applied_at, duration_ms, xid)
    VALUES ($1, $2, clock_timestamp(), $3::int, $4)
    ON CONFLICT (revision) DO UPDATE SET checksum = excluded.checksum, applied_at = excluded.applied_at,
      duration_ms = excluded.duration_ms, xid = excluded.xid,
      direction = NULL, statements = NULL, statements_hash = NULL, running = NULL`;
  await session.query(sql, [revision.id, revision.checksum, durationMs, xid]);
}

/** Forgets a revision that was undone. */
export async function logUndone(session: Session, { log }: VersionTables, revision: string): Promise<void> {
  await session.query(`DELETE FROM ${sqlName(log)} WHERE revision = $1`, [revision]);
}

/** Notes how far an unfinished revision has come. Belongs into the transaction that brought it there. */
export async function logProgress(
  session: Session,
  { log }: VersionTables,
  { revision }: Step,
  { direction, statements, hash, running }: Progress,
): Promise<void> {
  const sql = `INSERT INTO ${sqlName(log)} (revision, checksum, direction, statements, statements_hash, running)
    VALUES ($1, $2, $3, $4::int, $5, $6::boolean)
    ON CONFLICT (revision) DO UPDATE SET direction = excluded.direction, statements = excluded.statements,
      statements_hash = excluded.statements_hash, running = excluded.running`;
  await session.query(sql, [revision.id, revision.checksum, direction, statements, hash, running]);
}
