import { ConfigError } from "../errors.ts";
import type { Credentials, Ssl } from "./credentials.ts";
import type { Project } from "./project.ts";
import { checkUrl, urlOfParts } from "./urlText.ts";

export { maskUrl } from "./urlText.ts";

/** A server, and where its URL was found. */
export interface ResolvedServer {
  readonly url: string;
  /** For messages: `--url`, `DATABASE_URL`, `dbCredentials in drizzle.config.ts`. */
  readonly source: string;
  readonly warnings: readonly string[];
  /** What the configuration says for node-postgres beside the URL. */
  readonly ssl?: Ssl | undefined;
}

/** An embedded database's data directory that the configuration names. */
export interface ResolvedEmbedded {
  readonly embedded: string;
  readonly source: string;
  readonly warnings: readonly string[];
}

/** Credentials that the configuration declares and that have no value: what they mean nobody knows. */
export interface Unresolved {
  /** For whoever needs a database. */
  readonly problem: ConfigError;
  readonly warnings: readonly string[];
}

/** Where a URL may come from. */
export interface UrlSources {
  /** `--url`. */
  readonly flag?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absent where a command needs no project. */
  readonly project?: Pick<Project, "credentials"> | undefined;
}

/**
 * The database to work on: `--url`, MIGRATION_DATABASE_URL, the configuration, DATABASE_URL, DB_HOST and its like,
 * PGHOST and its like; null where nobody names one, which means the embedded default. Credentials without a value are
 * no such thing: with the embedded database in their place a deployment would succeed and change nothing.
 */
export function resolveUrl({
  flag,
  env,
  project,
}: UrlSources): ResolvedServer | ResolvedEmbedded | Unresolved | null {
  const credentials = project?.credentials;
  if (flag !== undefined) return server(flag, "--url");
  if (env["MIGRATION_DATABASE_URL"] !== undefined)
    return server(env["MIGRATION_DATABASE_URL"], "MIGRATION_DATABASE_URL");
  if (credentials !== undefined && credentials.kind !== "undefined") return configured(credentials);
  if (env["DATABASE_URL"] !== undefined) return server(env["DATABASE_URL"], "DATABASE_URL");
  return fromDbVariables(env) ?? fromPgVariables(env) ?? unresolved(credentials);
}

function server(given: string, source: string, ssl?: Ssl): ResolvedServer {
  return { ...checkUrl(given, source), source, ...(ssl === undefined ? {} : { ssl }) };
}

function configured(
  credentials: Exclude<Credentials, { kind: "undefined" }>,
): ResolvedServer | ResolvedEmbedded {
  const { source } = credentials;
  switch (credentials.kind) {
    case "server":
      return server(credentials.url, source, credentials.ssl);
    case "embedded":
      return { embedded: credentials.directory, source, warnings: [] };
    case "unsupported": {
      const hint = "Name a server with --url or MIGRATION_DATABASE_URL.";
      throw new ConfigError("driver-unsupported", `Limbeck cannot use the driver "${credentials.driver}"`, {
        hint,
      });
    }
  }
}

/** DB_HOST, DB_PORT, DB_USER, DB_PASS, DB_NAME. */
function fromDbVariables(env: UrlSources["env"]): ResolvedServer | null {
  if (isUnset(env["DB_HOST"])) return null;
  const database = said(env["DB_NAME"]);
  if (database === undefined) {
    throw new ConfigError("url-incomplete", "DB_HOST is set but DB_NAME is not", {
      hint: "Set DB_NAME too, or use --url.",
    });
  }
  const login = { user: said(env["DB_USER"]), password: said(env["DB_PASS"]) };
  const url = urlOfParts({ host: said(env["DB_HOST"]), port: said(env["DB_PORT"]), ...login, database });
  return server(url, "DB_HOST");
}

/** libpq's PGHOST, PGPORT, PGUSER, PGPASSWORD, PGDATABASE, PGSSLMODE. */
function fromPgVariables(env: UrlSources["env"]): ResolvedServer | null {
  const [host, database] = [said(env["PGHOST"]), said(env["PGDATABASE"])];
  if (host === undefined && database === undefined) return null;
  const login = { user: said(env["PGUSER"]), password: said(env["PGPASSWORD"]) };
  const url = urlOfParts({
    host,
    port: said(env["PGPORT"]),
    ...login,
    database,
    sslmode: said(env["PGSSLMODE"]),
  });
  return server(url, host === undefined ? "PGDATABASE" : "PGHOST");
}

function unresolved(credentials: Credentials | undefined): Unresolved | null {
  if (credentials?.kind !== "undefined") return null;
  const { key, source } = credentials;
  const file = source.replace(/^.* in /, "");
  const problem = new ConfigError("credentials-undefined", `"${key}" in ${file} is undefined`, {
    hint: `Set the variable that it is read from, name a database with --url, or remove ${key.replace(/\..*/, "")} to use the embedded database.`,
    data: { key, file },
  });
  return { problem, warnings: [] };
}

function said(value: string | undefined): string | undefined {
  return isUnset(value) ? undefined : value;
}

function isUnset(value: string | undefined): boolean {
  return value === undefined || value === "";
}
