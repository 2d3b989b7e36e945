import { basename, resolve } from "node:path";
import { ConfigError } from "../errors.ts";
import { urlOfParts } from "./urlText.ts";
import { optionalObject, optionalString, type Section } from "./values.ts";

/** What node-postgres takes as `ssl`. */
export type Ssl = boolean | Readonly<Record<string, unknown>>;

/** How a configuration file names the database. */
export type Credentials =
  | { readonly kind: "server"; readonly url: string; readonly ssl?: Ssl | undefined; readonly source: string }
  /** PGlite's data directory, absolute unless PGlite has a scheme for it. */
  | { readonly kind: "embedded"; readonly directory: string; readonly source: string }
  /** Named, but without a value: usually an environment variable that is not set. `key` is what lacks it. */
  | { readonly kind: "undefined"; readonly key: string; readonly source: string }
  /** Reached by another protocol than Postgres's own. */
  | { readonly kind: "unsupported"; readonly driver: string; readonly source: string };

/** Reads `dbCredentials` of `drizzle.config`, in any of its forms. */
export function readCredentials(section: Section, root: string): Credentials | undefined {
  const driver = optionalString(section, "driver");
  const said = optionalObject(section, "dbCredentials");
  const source = `dbCredentials in ${basename(section.file)}`;
  if (driver !== undefined && driver !== "pglite") return { kind: "unsupported", driver, source };
  if (said === undefined) return undefined;
  const url = optionalString(said, "url");
  if (driver === "pglite") return embedded(url, root, source);
  const ssl = sslOf(said.values["ssl"]);
  if (url !== undefined) return { kind: "server", url, ssl, source };
  return fromParts(said, ssl, source);
}

function embedded(url: string | undefined, root: string, source: string): Credentials {
  if (url === undefined || url === "") return open("url", source);
  const directory = /^(?:[a-z]{2,}:|:memory:)/i.test(url) ? url : resolve(root, url);
  return { kind: "embedded", directory, source };
}

function fromParts(said: Section, ssl: Ssl | undefined, source: string): Credentials {
  const host = optionalString(said, "host");
  const database = optionalString(said, "database");
  // Parts are meant only where one of them is written down.
  if (host === undefined)
    return open(database !== undefined || "host" in said.values ? "host" : "url", source);
  if (database === undefined) return open("database", source);
  const parts = {
    host,
    port: portOf(said),
    user: optionalString(said, "user"),
    password: optionalString(said, "password"),
    database,
  };
  return { kind: "server", url: urlOfParts(parts), ssl, source };
}

function open(part: string, source: string): Credentials {
  return { kind: "undefined", key: `dbCredentials.${part}`, source };
}

function portOf({ values, file }: Section): string | undefined {
  const port = values["port"];
  if (port === undefined || port === null) return undefined;
  const number = typeof port === "string" || typeof port === "number" ? Number(port) : Number.NaN;
  if (Number.isInteger(number) && number > 0 && number < 65536) return String(number);
  throw new ConfigError("url-port", `"dbCredentials.port" in ${basename(file)} is not a port number`);
}

/** As drizzle-kit hands `ssl` to node-postgres. */
function sslOf(said: unknown): Ssl | undefined {
  if (said === "require" || said === "allow" || said === "prefer") return { rejectUnauthorized: false };
  if (said === "verify-full") return true;
  if (typeof said === "boolean") return said;
  return typeof said === "object" && said !== null ? { ...said } : undefined;
}
