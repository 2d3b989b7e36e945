import { randomBytes } from "node:crypto";
import { connect, type ConnectOptions } from "../database/connect.ts";
import { openEmbedded } from "../database/embedded.ts";
import { extensionsCreatedIn } from "../database/embeddedExtensions.ts";
import type { Session } from "../database/session.ts";
import { ConnectionError } from "../errors.ts";
import { quoteIdentifier } from "../operations/sql.ts";

/** A database that holds nothing and that nobody else uses. */
export interface Scratch {
  readonly session: Session;
  /** For people: `the embedded PostgreSQL 17`. */
  readonly where: string;
}

/** The embedded Postgres, in memory, with the extensions that `support` creates. */
export async function embeddedScratch(cacheDir: string, support: readonly string[]): Promise<Scratch> {
  const session = await openEmbedded({ cacheDir, extensions: extensionsCreatedIn(support) });
  return { session, where: `the embedded ${versionOf(session)}` };
}

/** A database of its own on the server of `url`, dropped at the end; null where the role may not create one. */
export async function temporaryDatabase(url: string, options: ConnectOptions): Promise<Scratch | null> {
  const name = `limbeck_scratch_${randomBytes(6).toString("hex")}`;
  const server = await connectToPrimary(url, options);
  if (server === null || !(await create(name, server))) return null;
  const drop = async (): Promise<void> => {
    try {
      await server.execute(`DROP DATABASE ${quoteIdentifier(name)} WITH (FORCE)`);
    } finally {
      await server.close();
    }
  };
  const session = await connect(withDatabase(url, name), options).catch(async (error: unknown) => {
    await drop();
    throw error;
  });
  const close = async (): Promise<void> => {
    await session.close();
    await drop();
  };
  return { session: { ...session, close }, where: `a temporary database of ${versionOf(session)}` };
}

async function connectToPrimary(url: string, options: ConnectOptions): Promise<Session | null> {
  try {
    return await connect(url, options);
  } catch (error) {
    if (error instanceof ConnectionError && error.code === "server-is-standby") return null;
    throw error;
  }
}

/** Creates a database; false, and the connection closed, where that is not allowed. */
async function create(name: string, server: Session): Promise<boolean> {
  try {
    // template0 has nothing of what an administrator may have put into template1.
    await server.execute(`CREATE DATABASE ${quoteIdentifier(name)} TEMPLATE template0`);
    return true;
  } catch (error) {
    await server.close();
    if (mayNot(error)) return false;
    throw error;
  }
}

/** `PostgreSQL 18`. */
export function versionOf({ serverVersion }: Session): string {
  return `PostgreSQL ${Math.floor(serverVersion / 10_000)}`;
}

/** insufficient_privilege, or a server that takes no writes. */
function mayNot(error: unknown): boolean {
  return error instanceof Error && "code" in error && ["42501", "25006"].includes(String(error.code));
}

/** The same server and login, another database. */
function withDatabase(url: string, name: string): string {
  return url.replace(/^([a-z]+:\/\/[^/?]*)(?:\/[^?]*)?/i, `$1/${encodeURIComponent(name)}`);
}
