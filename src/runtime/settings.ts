import type { Row, Session } from "../database/session.ts";
import { quoteLiteral } from "../operations/sql.ts";

/** Values of configuration parameters by name. */
export type Settings = Readonly<Record<string, string>>;

/** What holds while a migration runs, in whatever session. */
export function migrationSettings(session: Session, lockTimeoutMs: number, searchPath: string): Settings {
  return {
    // A change between timestamp and timestamptz rewrites nothing, and means the same everywhere, in UTC only.
    TimeZone: "UTC",
    // An ALTER TABLE that waits for its lock makes every later query wait behind it.
    lock_timeout: String(lockTimeoutMs),
    statement_timeout: "0",
    idle_in_transaction_session_timeout: "0",
    ...(session.serverVersion >= 170_000 ? { transaction_timeout: "0" } : {}),
    standard_conforming_strings: "on",
    // Raises an error where a policy would hide rows from a data migration.
    row_security: "off",
    // The session's own, for each migration anew: what pg_dump writes empties it for all that follows.
    search_path: searchPath,
  };
}

/** For statements outside a transaction: a concurrent build waits for old transactions by lock, but blocks nobody. */
export function aloneSettings(settings: Settings): Settings {
  return { ...settings, lock_timeout: "0" };
}

/** SQL that sets settings for the rest of the transaction or of the session. SET could not take a list as one text. */
export function settingsSql(settings: Settings, scope: "session" | "local"): string {
  const local = scope === "local";
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${quoteLiteral(value)}, ${local})`,
  );
  return `SELECT ${calls.join(", ")}`;
}

/** Sets settings and gives those that were in force before. */
export async function exchangeSettings(
  session: Session,
  settings: Settings,
  scope: "session" | "local",
): Promise<Settings> {
  const names = Object.keys(settings);
  const reads = names.map((name) => `current_setting('${name}') AS "${name}"`);
  const [row = {}] = await session.query(`SELECT ${reads.join(", ")}`);
  await session.query(settingsSql(settings, scope));
  return former(names, row);
}

function former(names: readonly string[], row: Row): Settings {
  return Object.fromEntries(names.map((name) => [name, String(row[name])]));
}
