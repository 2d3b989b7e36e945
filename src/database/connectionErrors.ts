import { ConnectionError } from "../errors.ts";

/** Where a connection was to go, for messages: never with a password. */
export interface Destination {
  /** `user@host:port/database`. */
  readonly target: string;
  readonly host: string;
  readonly user: string;
  readonly database: string;
  readonly timeoutSeconds: number;
}

interface Explanation {
  readonly code: string;
  readonly message: (to: Destination) => string;
  readonly hint: string;
}

const RUNNING = "Check host and port, and that the server is running and may be reached from here.";
const TLS_HINT =
  "Set sslmode in the URL to what the server offers (disable, require, verify-full), and sslrootcert to its CA.";

const DNS: Explanation = {
  code: "host-not-found",
  message: ({ host }) => `The host ${host} cannot be found.`,
  hint: "Check the host name in the database URL.",
};
const REFUSED: Explanation = {
  code: "connection-refused",
  message: ({ target }) => `Nothing accepts connections at ${target}.`,
  hint: RUNNING,
};
const TIMEOUT: Explanation = {
  code: "connection-timeout",
  message: ({ target, timeoutSeconds }) => `${target} did not answer within ${timeoutSeconds} s.`,
  hint: `${RUNNING} PGCONNECT_TIMEOUT sets the seconds to wait.`,
};
const PASSWORD: Explanation = {
  code: "authentication-failed",
  message: ({ user, target }) => `The server refused the password of ${user} (${target}).`,
  hint: "Check user and password; characters such as # / @ in a URL's password must be percent-encoded.",
};
const TLS: Explanation = {
  code: "tls-mismatch",
  message: ({ target }) => `${target} and the client do not agree on TLS.`,
  hint: TLS_HINT,
};
const CERTIFICATE: Explanation = {
  code: "tls-certificate",
  message: ({ target }) => `The TLS certificate of ${target} cannot be verified.`,
  hint: TLS_HINT,
};
const ACCESS: Explanation = {
  code: "access-denied",
  message: ({ user, target }) => `The server does not let ${user} in (${target}).`,
  hint: "Check the role, its CONNECT privilege, and the server's pg_hba.conf.",
};

/** By SQLSTATE, and by the codes of Node's network and TLS layers. */
const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: DNS,
  EAI_AGAIN: DNS,
  ECONNREFUSED: REFUSED,
  ENOENT: REFUSED,
  EHOSTUNREACH: REFUSED,
  ENETUNREACH: REFUSED,
  ETIMEDOUT: TIMEOUT,
  ECONNRESET: {
    ...REFUSED,
    code: "connection-lost",
    message: ({ target }) => `${target} closed the connection.`,
  },
  "28P01": PASSWORD,
  "28000": ACCESS,
  "42501": ACCESS,
  "3D000": {
    code: "no-such-database",
    message: ({ database, target }) => `There is no database ${database} (${target}).`,
    hint: "Create it, or correct the name in the database URL.",
  },
  "53300": {
    code: "too-many-connections",
    message: ({ target }) => `${target} has no connection left.`,
    hint: "Close other connections, or raise max_connections or the role's connection limit.",
  },
  "57P03": {
    code: "server-not-ready",
    message: ({ target }) => `${target} is starting up or shutting down.`,
    hint: "Wait until it accepts connections, then run the command again.",
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
  SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
  ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
  CERT_HAS_EXPIRED: CERTIFICATE,
};

/** Errors that pg itself raises have no code. */
const BY_MESSAGE: readonly (readonly [pattern: RegExp, explanation: Explanation])[] = [
  [/timeout/i, TIMEOUT],
  [/does not support SSL|SSL connection/i, TLS],
  [
    /password must be a|no password/i,
    {
      ...PASSWORD,
      code: "password-missing",
      message: ({ user, target }) => `The server asks for a password of ${user} (${target}).`,
      hint: "Put the password into the database URL, PGPASSWORD or ~/.pgpass.",
    },
  ],
  [
    /terminated unexpectedly/i,
    { ...REFUSED, code: "connection-lost", message: ({ target }) => `${target} closed the connection.` },
  ],
];

/** Says in one sentence why a connection failed. The error given is kept as the cause only where it holds no secret. */
export function explainConnectionError(error: unknown, to: Destination): ConnectionError {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && "code" in first ? String(first.code) : "";
  const message = first instanceof Error ? first.message : String(first);
  const found =
    code === "28000" && /no encryption|SSL off|SSL on|SSL encryption/.test(message)
      ? TLS
      : EXPLANATIONS[code];
  const explanation = found ?? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  if (explanation === undefined) return unexplained(message, to, first);
  return new ConnectionError(explanation.code, explanation.message(to), {
    hint: explanation.hint,
    cause: first,
    data: { target: to.target },
  });
}

function unexplained(message: string, to: Destination, cause: unknown): ConnectionError {
  return new ConnectionError(
    "connection-failed",
    `${to.target} cannot be reached: ${message.replace(/\.$/, "")}.`,
    {
      hint: RUNNING,
      cause,
      data: { target: to.target },
    },
  );
}
