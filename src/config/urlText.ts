import { ConfigError } from "../errors.ts";

/** A database named by its parts. */
export interface UrlParts {
  readonly host: string | undefined;
  readonly port?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly database?: string | undefined;
  readonly sslmode?: string | undefined;
}

/** Makes a URL of parts, each encoded. A host that is a path is the folder of a Unix socket. */
export function urlOfParts({
  host = "localhost",
  port,
  user,
  password,
  database,
  sslmode,
}: UrlParts): string {
  const login = user === undefined ? "" : `${encodeURIComponent(user)}${secret(password)}@`;
  const isSocket = host.startsWith("/");
  const parameters = [
    isSocket ? `host=${encodeURIComponent(host)}` : [],
    sslmode === undefined ? [] : `sslmode=${sslmode}`,
  ].flat();
  const address = `${isSocket ? "localhost" : host.includes(":") ? `[${host}]` : host}${port === undefined ? "" : `:${port}`}`;
  const query = parameters.length === 0 ? "" : `?${parameters.join("&")}`;
  return `postgresql://${login}${address}/${encodeURIComponent(database ?? "")}${query}`;
}

function secret(password: string | undefined): string {
  return password === undefined ? "" : `:${encodeURIComponent(password)}`;
}

/** The URL with its password hidden, whatever characters that has. */
export function maskUrl(url: string): string {
  return url
    .replace(/^([a-z][\w+.-]*:\/\/[^:/?#@]*):.*@/is, "$1:***@")
    .replace(/([?&](?:password|sslpassword)=)[^&#]*/gi, "$1***");
}

/** A URL that node-postgres understands, and what had to be changed for it. */
export interface CheckedUrl {
  readonly url: string;
  readonly warnings: readonly string[];
}

/** Checks a URL from `source` before anything is sent anywhere. The errors never quote it, since it holds a password. */
export function checkUrl(given: string, source: string): CheckedUrl {
  const text = given.trim();
  const fail = failure(source);
  if (text === "") throw fail("url-empty", "is empty", "Give it a URL, or remove it.");
  if (/^["'`]|["'`]$/.test(text))
    throw fail("url-quoted", "is wrapped in quotes", "Remove the quotes around the URL.");
  const { rest, warnings } = withoutDriver(text, source);
  checkCharacters(rest, fail);
  checkPort(rest, fail);
  checkTlsMode(rest, fail);
  if (!canParse(`postgresql://${rest}`)) throw fail("url-invalid", "cannot be read as a URL", EXAMPLE);
  return { url: warnings.length === 0 ? text : `postgresql://${rest}`, warnings };
}

const EXAMPLE =
  "A URL looks like postgresql://user:password@host:5432/database, special characters percent-encoded.";

type Fail = (code: string, problem: string, hint: string) => ConfigError;

function failure(source: string): Fail {
  return (code, problem, hint) =>
    new ConfigError(code, `The database URL from ${source} ${problem}`, { hint });
}

/** What follows the scheme; a driver's suffix, as SQLAlchemy writes it, is dropped. */
function withoutDriver(
  text: string,
  source: string,
): { readonly rest: string; readonly warnings: readonly string[] } {
  const fail = failure(source);
  const [, scheme = "", rest = ""] = /^([a-z][a-z0-9.-]*(?:\+[a-z0-9+.-]*)?):\/\/(.*)$/is.exec(text) ?? [];
  const [base = "", driver] = scheme.toLowerCase().split("+");
  if (base === "postgres" || base === "postgresql") {
    const warning = `The suffix "+${driver ?? ""}" of the database URL from ${source} was ignored.`;
    return { rest, warnings: driver === undefined ? [] : [warning] };
  }
  const foreign = scheme !== "" ? scheme : /^(?:jdbc|file|sqlite|mysql|http|https)(?=:)/i.exec(text)?.[0];
  const problem =
    foreign === undefined
      ? "does not start with postgresql://"
      : `has the scheme "${foreign}", not postgresql`;
  throw fail("url-scheme", problem, EXAMPLE);
}

/** Characters that end the host too early send the rest of a password somewhere else. */
function checkCharacters(rest: string, fail: Fail): void {
  const hint =
    "Percent-encode the special characters of the password: # is %23, / is %2F, ? is %3F, @ is %40, % is %25.";
  if (rest.includes("#")) throw fail("url-characters", "has a raw # in it, which ends a URL", hint);
  const [authority = "", ...after] = rest.split(/(?=[/?])/);
  const strayAt =
    after.join("").split("?")[0]?.includes("@") === true || (!authority.includes("@") && rest.includes("@"));
  if (strayAt) throw fail("url-characters", "has a raw / or ? before the @", hint);
  if (/%(?![0-9a-f]{2})/i.test(rest)) throw fail("url-characters", "has a raw % in it", hint);
  if (/\s/.test(rest)) throw fail("url-characters", "has a blank in it", hint);
}

function checkPort(rest: string, fail: Fail): void {
  const [authority = ""] = rest.split(/[/?]/);
  const address = authority.slice(authority.lastIndexOf("@") + 1);
  if (address.includes(","))
    throw fail("url-hosts", "names several hosts", "Name the one that may be written to.");
  const port = /^(?:\[[^\]]*\]|[^:]*):(.*)$/s.exec(address)?.[1];
  if (port === undefined || port === "") return;
  const valid = /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65536;
  // Without a login in front, what looks like a port may be a password whose @ was forgotten.
  if (!valid) throw fail("url-port", "has no valid port number", "Ports are numbers from 1 to 65535.");
}

// What pg-connection-string knows; any other word it would take without saying anything.
const TLS_MODES = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full", "no-verify"];

function checkTlsMode(rest: string, fail: Fail): void {
  const mode = /[?&]sslmode=([^&]*)/.exec(rest)?.[1];
  if (mode === undefined || TLS_MODES.includes(mode)) return;
  throw fail("url-sslmode", "has an unknown sslmode", `It can be ${TLS_MODES.join(", ")}.`);
}

function canParse(url: string): boolean {
  return URL.canParse(url) || URL.canParse(url.replace("@/", "@localhost/"));
}
