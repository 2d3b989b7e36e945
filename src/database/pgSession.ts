import { ConnectionError } from "../errors.ts";
import type { Row, Session } from "./session.ts";
import { outlivesStatement } from "./transaction.ts";
import { typeParsers } from "./typeParsers.ts";

/** What Limbeck uses of a `pg` Client or PoolClient; any version of the package fits. */
export interface PgClient {
  query(config: PgQuery): Promise<unknown>;
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly user?: string | undefined;
  readonly database?: string | undefined;
  /** Since 8.17: `I` idle, `T` in a transaction block, `E` in a failed one. */
  getTransactionStatus?(): string | null;
}

/** A query as `pg` takes it. */
export interface PgQuery {
  readonly text: string;
  readonly values?: unknown[];
  readonly types: { getTypeParser(oid: number): (text: string) => unknown };
}

interface PgResult {
  readonly command: string | null;
  readonly rows: readonly Row[];
}

const types: PgQuery["types"] = { getTypeParser: (oid) => typeParsers[oid] ?? String };

/** A session over a connected client of `pg`. `close` is what ends or releases it. */
export async function pgSession(client: PgClient, close: () => Promise<void>): Promise<Session> {
  const run = serialised(client);
  const [row] = (await run("SELECT pg_catalog.current_setting('server_version_num') AS version")).rows;
  const query: Session["query"] = async (sql, parameters) => (await run(sql, parameters)).rows;
  return {
    execute: async (sql) => (await run(sql)).command ?? "",
    query,
    target: targetOf(client),
    serverVersion: Number(row?.["version"]),
    embedded: false,
    close,
    inTransaction: async () => {
      const status = client.getTransactionStatus?.() ?? null;
      return status === null ? outlivesStatement(query) : status !== "I";
    },
  };
}

/** `user@host:port/database`, a socket's folder being the host. */
export function targetOf({ user, host, port, database }: Omit<PgClient, "query">): Session["target"] {
  const account = user === undefined || user === "" ? "" : `${user}@`;
  return `${account}${host ?? "localhost"}:${port ?? 5432}/${database ?? user ?? ""}`;
}

/** pg would queue a second query by itself, but has announced to give that up. */
function serialised(client: PgClient): (text: string, values?: readonly unknown[]) => Promise<PgResult> {
  let last: Promise<unknown> = Promise.resolve();
  return (text, values) => {
    const query: PgQuery =
      values === undefined || values.length === 0 ? { text, types } : { text, values: [...values], types };
    const result = last.then(() => client.query(query)).then(lastResult, connectionLost);
    last = result.catch(() => undefined);
    return result;
  };
}

function lastResult(result: unknown): PgResult {
  // Several statements in one text give several results.
  const final: unknown = Array.isArray(result) ? result.at(-1) : result;
  return final as PgResult;
}

/** Passes the server's own errors on; what has no SQLSTATE, or says that the server ended the session, is the connection. */
function connectionLost(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const fromServer = error instanceof Error && "severity" in error && !/^(57P0[123]|08)/.test(code);
  if (fromServer) throw error;
  const reason = error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
  throw new ConnectionError("connection-lost", `The connection to the database was lost: ${reason}.`, {
    hint: "Check that the server is running, then run the command again.",
    cause: error,
  });
}
