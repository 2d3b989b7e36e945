import { createRequire } from "node:module";
import { userInfo } from "node:os";
import type * as Pg from "pg";
import type { Client } from "pg";
import { ConnectionError } from "../errors.ts";
import { explainConnectionError, type Destination } from "./connectionErrors.ts";
import { pgliteSession, type PgliteClient } from "./pgliteSession.ts";
import { pgSession, targetOf, type PgClient } from "./pgSession.ts";
import type { Session } from "./session.ts";

/** How to connect. */
export interface ConnectOptions {
  /** Every transaction is read-only unless it says otherwise; a standby will do then. */
  readonly readOnly?: boolean | undefined;
  /** TLS as `pg` takes it, for URLs that say nothing of it. */
  readonly ssl?: boolean | Readonly<Record<string, unknown>> | undefined;
}

/** A `pg` Pool, of which one client is checked out. */
export interface PgPool {
  connect(): Promise<PgClient & { release(): void }>;
  readonly totalCount: number;
}

/** A connection that the caller has opened and will close. */
export type CallerConnection = PgClient | PgPool | PgliteClient;

const OLDEST_MAJOR = 14;

/** Connects to a server by URL. Whatever goes wrong is a ConnectionError: one sentence, a remedy, no password. */
export async function connect(url: string, { readOnly = false, ssl }: ConnectOptions = {}): Promise<Session> {
  const pg = loadPg();
  const timeoutSeconds = connectTimeout();
  const client = newClient(pg.Client, { url, ssl, timeoutSeconds });
  // Without a listener a connection that the server ends would crash the process; the next query reports it.
  client.on("error", () => undefined);
  const close = async (): Promise<void> => client.end();
  try {
    await client.connect();
    const session = await pgSession(client, close);
    assertVersion(session);
    await prepare(session, readOnly);
    return session;
  } catch (error) {
    // `end` would wait for a server that never answered.
    void close().catch(() => undefined);
    throw error instanceof ConnectionError
      ? error
      : explainConnectionError(error, destination(client, timeoutSeconds));
  }
}

/**
 * Loads `pg`, only where it is needed. On Node 20 it would load all of undici, a tenth of a check's time, to learn
 * from `Response` that this is not Cloudflare; later Nodes have a navigator that says so.
 */
function loadPg(): typeof Pg {
  if ("navigator" in globalThis) return requirePg();
  Object.defineProperty(globalThis, "navigator", { value: { userAgent: "Node.js" }, configurable: true });
  try {
    return requirePg();
  } finally {
    Reflect.deleteProperty(globalThis, "navigator");
  }
}

/** Not by `import`, which would let others see the navigator meanwhile. */
function requirePg(): typeof Pg {
  return createRequire(import.meta.url)("pg") as typeof Pg;
}

/** A session over the caller's own connection, which `close` leaves open (and gives back to its pool). */
export async function sessionOf(connection: CallerConnection): Promise<Session> {
  if ("execProtocol" in connection)
    return pgliteSession(connection, "embedded Postgres", async () => undefined);
  if ("totalCount" in connection) return pooledSession(connection);
  assertConnected(connection);
  const session = await pgSession(connection, async () => undefined);
  assertVersion(session);
  return session;
}

async function pooledSession(pool: PgPool): Promise<Session> {
  const client = await pool.connect();
  try {
    const session = await pgSession(client, async () => client.release());
    assertVersion(session);
    return session;
  } catch (error) {
    client.release();
    throw error;
  }
}

/** A client that was never connected would keep every query waiting for ever. */
function assertConnected(client: PgClient): void {
  // The only sign of it is a private field of pg's Client.
  const { _connected: connected, _connecting: connecting } = client as {
    _connected?: boolean;
    _connecting?: boolean;
  };
  if (connected !== false || connecting !== false) return;
  throw new ConnectionError("client-not-connected", "The pg client is not connected.", {
    hint: "Call `await client.connect()` first.",
  });
}

interface Address {
  readonly url: string;
  readonly ssl: ConnectOptions["ssl"];
  readonly timeoutSeconds: number;
}

function newClient(ClientClass: typeof Client, { url, ssl, timeoutSeconds }: Address): Client {
  try {
    return new ClientClass({
      connectionString: withUser(url),
      ...(ssl === undefined ? {} : { ssl: typeof ssl === "boolean" ? ssl : { ...ssl } }),
      application_name: "limbeck",
      connectionTimeoutMillis: timeoutSeconds * 1000,
      keepAlive: true,
    });
  } catch (error) {
    throw unreadableFile(error) ?? unreadableUrl();
  }
}

/** Where the URL names no user, libpq takes PGUSER and then the operating system's; pg would take $USER or nobody. */
function withUser(url: string): string {
  const [authority = ""] = url.replace(/^[a-z]+:\/\//i, "").split(/[/?]/);
  const isNamed = /^[^:@]+(?::[^@]*)?@/.test(authority) || /[?&]user=[^&]/.test(url);
  const user = isNamed || (process.env["PGUSER"] ?? "") !== "" ? null : systemUser();
  return user === null ? url : `${url}${url.includes("?") ? "&" : "?"}user=${encodeURIComponent(user)}`;
}

function systemUser(): string | null {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a number that no account has.
    return null;
  }
}

// The parser's error holds the whole URL, and so the password: it must not become the cause.
function unreadableUrl(): ConnectionError {
  return new ConnectionError("invalid-url", "The database URL cannot be read.", {
    hint: "Write it as postgres://user:password@host:5432/database, special characters percent-encoded.",
  });
}

/** The parser reads the files that sslrootcert, sslcert and sslkey name. */
function unreadableFile(error: unknown): ConnectionError | null {
  if (!(error instanceof Error) || !("syscall" in error) || !("path" in error)) return null;
  return new ConnectionError("tls-file", `The TLS file ${String(error.path)} cannot be read.`, {
    hint: "Correct sslrootcert, sslcert or sslkey in the database URL.",
  });
}

/** libpq's PGCONNECT_TIMEOUT in seconds, 0 meaning no limit; 10 s where it is not set. */
function connectTimeout(): number {
  const given = process.env["PGCONNECT_TIMEOUT"];
  return given !== undefined && /^\d+$/.test(given) ? Number(given) : 10;
}

function destination(client: Client, timeoutSeconds: number): Destination {
  const { host, user = "", database = user } = client;
  return { target: targetOf(client), host, user, database, timeoutSeconds };
}

function assertVersion({ serverVersion, target }: Session): void {
  if (serverVersion >= OLDEST_MAJOR * 10_000) return;
  const major = Math.floor(serverVersion / 10_000);
  throw new ConnectionError(
    "server-too-old",
    `${target} runs PostgreSQL ${major}; Limbeck needs ${OLDEST_MAJOR} or later.`,
    {
      hint: `Upgrade the server to PostgreSQL ${OLDEST_MAJOR} or later.`,
      data: { target, serverVersion },
    },
  );
}

async function prepare(session: Session, readOnly: boolean): Promise<void> {
  if (readOnly) await session.execute("SET default_transaction_read_only = on");
  else await assertPrimary(session);
  // Lets the server notice within 200 ms that we have died: else it keeps our locks and finishes our statement.
  // Platforms without POLLRDHUP refuse the setting; they are none the worse for it.
  await session.execute("SET client_connection_check_interval = 200").catch(() => undefined);
}

async function assertPrimary(session: Session): Promise<void> {
  const [row] = await session.query("SELECT pg_catalog.pg_is_in_recovery() AS standby");
  if (row?.["standby"] !== true) return;
  throw new ConnectionError("server-is-standby", `${session.target} is a standby and takes no changes.`, {
    hint: "Use the URL of the primary server.",
    data: { target: session.target },
  });
}
