import type { Row, Session } from "./session.ts";
import { outlivesStatement } from "./transaction.ts";
import { typeParsers, type TypeParser } from "./typeParsers.ts";

/** What Limbeck uses of a PGlite. */
export interface PgliteClient {
  query(
    sql: string,
    parameters?: unknown[],
    options?: PgliteOptions,
  ): Promise<{ readonly rows: readonly unknown[] }>;
  exec(sql: string, options?: PgliteOptions): Promise<readonly { readonly command?: string | undefined }[]>;
  execProtocol(message: Uint8Array): Promise<{ readonly messages: readonly object[] }>;
  readonly waitReady: Promise<void>;
}

interface PgliteOptions {
  readonly parsers?: Record<number, TypeParser>;
}

const options: PgliteOptions = { parsers: { ...typeParsers } };

// The protocol's Sync: the answer is ReadyForQuery, which holds the transaction status.
const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4);

/** A session over a PGlite, which queues statements by itself. `close` is what ends it. */
export async function pgliteSession(
  db: PgliteClient,
  target: string,
  close: () => Promise<void>,
): Promise<Session> {
  await db.waitReady;
  const query = async (sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> =>
    // Without rowMode "array" every row is an object.
    (await db.query(sql, [...parameters], options)).rows as readonly Row[];
  const [row] = await query("SELECT pg_catalog.current_setting('server_version_num') AS version");
  return {
    execute: async (sql) => (await db.exec(sql, options)).at(-1)?.command ?? "",
    query,
    target,
    serverVersion: Number(row?.["version"]),
    embedded: true,
    close,
    inTransaction: async () => {
      const { messages } = await db.execProtocol(SYNC);
      const status = messages.map((message) => ("status" in message ? message.status : undefined)).at(-1);
      return typeof status === "string" ? status !== "I" : outlivesStatement(query);
    },
  };
}
