import { connect, type ConnectOptions } from "../database/connect.ts";
import type { Session } from "../database/session.ts";
import { ConfigError } from "../errors.ts";
import { text } from "../objects/row.ts";
import { quoteIdentifier } from "../operations/sql.ts";
import { clear, contentOf } from "./clear.ts";
import { versionOf, type Scratch } from "./scratch.ts";

/**
 * The database that the configuration sets aside for trying things. It must be empty but for extensions, since all
 * else in it will go, and none that `project` is connected to. Throws ConfigError where it is not so.
 */
export async function shadowDatabase(
  url: string,
  options: ConnectOptions,
  project: Session,
): Promise<Scratch> {
  const session = await connect(url, options);
  try {
    await assertSetAside(session, project);
    const before = await extensionsOf(session);
    const close = async (): Promise<void> => {
      await leave(session, before);
      await session.close();
    };
    return { session: { ...session, close }, where: `the shadow database of ${versionOf(session)}` };
  } catch (error) {
    await session.close();
    throw error;
  }
}

async function assertSetAside(session: Session, project: Session): Promise<void> {
  if (!project.embedded && (await identityOf(session)) === (await identityOf(project)))
    throw new ConfigError(
      "shadow-is-project",
      `"shadowUrl" names ${session.target}, which is the project's own database.`,
      { hint: "Name another one, which is empty and which nobody uses." },
    );
  const [first] = await contentOf(session);
  if (first === undefined) return;
  throw new ConfigError(
    "shadow-not-empty",
    `The shadow database ${session.target} is not empty: it has the ${first.type} ${first.identity}.`,
    {
      hint: "Everything in it would be dropped: name an empty database that nobody uses. What a run that was killed has left in it can go.",
    },
  );
}

/** The same for two connections to the same database, however they name it. */
async function identityOf(session: Session): Promise<string> {
  const [row] = await session.query(
    `SELECT concat_ws(' ', pg_catalog.pg_postmaster_start_time(), oid) AS identity
      FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()`,
  );
  return String(row?.["identity"]);
}

async function extensionsOf(session: Session): Promise<readonly string[]> {
  const rows = await session.query("SELECT extname FROM pg_catalog.pg_extension ORDER BY extname");
  return rows.map((row) => text(row, "extname"));
}

/** Leaves the database as it was: the extensions that were there stay. */
async function leave(session: Session, before: readonly string[]): Promise<void> {
  const added = (await extensionsOf(session)).filter((name) => !before.includes(name));
  for (const name of added)
    await session.execute(`DROP EXTENSION IF EXISTS ${quoteIdentifier(name)} CASCADE`);
  await clear(session);
}
