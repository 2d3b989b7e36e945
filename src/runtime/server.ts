import type { Session } from "../database/session.ts";
import { ConnectionError, DatabaseStateError } from "../errors.ts";

/** What a runner must know of the server before it begins. */
export interface ServerFacts {
  readonly database: string;
  /** Whether the caller has a transaction open on the session. */
  readonly withinCallers: boolean;
  readonly searchPath: string;
}

/** Throws ConnectionError on a standby, DatabaseStateError where the session may only read. A standby grants locks. */
export async function inspectServer(session: Session): Promise<ServerFacts> {
  const withinCallers = await session.inTransaction();
  const [row = {}] = await session.query(
    `SELECT current_database()::text AS database, pg_is_in_recovery() AS standby,
      current_setting('transaction_read_only') AS read_only, current_setting('search_path') AS search_path`,
  );
  const { target } = session;
  if (row["standby"] === true) {
    throw new ConnectionError("server-is-standby", `${target} is a standby and takes no changes.`, {
      hint: "Use the URL of the primary server.",
      data: { target },
    });
  }
  if (row["read_only"] === "on") {
    throw new DatabaseStateError("read-only", `Sessions at ${target} may only read.`, {
      hint: "Use a role or a database without default_transaction_read_only.",
      data: { target },
    });
  }
  return { database: String(row["database"]), withinCallers, searchPath: String(row["search_path"]) };
}
