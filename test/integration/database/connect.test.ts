import { once } from "node:events";
import { createServer, type AddressInfo, type Server } from "node:net";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterEach, expect, inject, it, vi } from "vitest";
import { connect, sessionOf } from "../../../src/database/connect.ts";
import type { PgQuery } from "../../../src/database/pgSession.ts";
import { LimbeckError } from "../../../src/errors.ts";
import { createDatabase, eachMajor, majors } from "../../support/database.ts";

const SECRET = "s3cr€t p@ss";

async function failure(url: string, ssl?: boolean): Promise<LimbeckError> {
  const error: unknown = await connect(url, { ssl }).then(
    async (session) => session.close(),
    (reason: unknown) => reason,
  );
  if (!(error instanceof LimbeckError)) throw new Error(`expected a LimbeckError, got ${String(error)}`);
  expect(error.exitCode).toBe(2);
  expect(error.hint).toMatch(/\.$/);
  expect(error.message).toMatch(/^[^\n]*\.$/);
  // The stack belongs to the error; what it says must not hold the password in any form.
  const everything = JSON.stringify([
    error.message,
    error.hint,
    error.data,
    String(error.cause),
    error.stack,
  ]);
  for (const form of [SECRET, encodeURIComponent(SECRET)]) expect(everything).not.toContain(form);
  return error;
}

function address(change: (url: URL) => void): string {
  const url = new URL(inject("servers")[majors()[0] ?? 0] ?? "");
  url.password = SECRET;
  change(url);
  return url.href;
}

/** A server that speaks as `answer` says. */
async function pretend(answer: (data: Buffer) => Buffer | null): Promise<Server> {
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      const reply = answer(data);
      if (reply !== null) socket.write(reply);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function refusal(sqlstate: string, text: string): Buffer {
  return message("E", Buffer.from(`SFATAL\0VFATAL\0C${sqlstate}\0M${text}\0\0`));
}

async function failureAt(server: Server): Promise<LimbeckError> {
  try {
    return await failure(
      `postgres://u:${encodeURIComponent(SECRET)}@127.0.0.1:${(server.address() as AddressInfo).port}/d`,
    );
  } finally {
    server.close();
  }
}

afterEach(() => vi.unstubAllEnvs());

it("explains what keeps it from connecting", async () => {
  expect(await failure(address((url) => (url.hostname = "no-such-host.invalid")))).toMatchObject({
    code: "host-not-found",
  });
  expect(await failure(address((url) => (url.port = "1")))).toMatchObject({ code: "connection-refused" });
  expect(await failure(address((url) => (url.pathname = "/nothing")))).toMatchObject({
    code: "no-such-database",
    message: expect.stringContaining("There is no database nothing (postgres@127.0.0.1:"),
  });
  expect(
    await failure(
      address(() => undefined),
      true,
    ),
  ).toMatchObject({ code: "tls-mismatch" });
  expect(await failure(`postgres://u:${SECRET}@host:port:x/d`)).toMatchObject({ code: "invalid-url" });
});

it.each([
  ["28P01", 'password authentication failed for user "u"', "authentication-failed"],
  ["28000", 'no pg_hba.conf entry for host "1.2.3.4", user "u", database "d", no encryption', "tls-mismatch"],
  ["28000", 'role "u" is not permitted to log in', "access-denied"],
  ["53300", "sorry, too many clients already", "too-many-connections"],
  ["57P03", "the database system is starting up", "server-not-ready"],
  ["XX000", "odd", "connection-failed"],
])("explains SQLSTATE %s", async (sqlstate, text, code) => {
  expect(await failureAt(await pretend(() => refusal(sqlstate, text)))).toMatchObject({ code });
});

it("gives up on a server that does not answer", async () => {
  vi.stubEnv("PGCONNECT_TIMEOUT", "1");
  expect(await failureAt(await pretend(() => null))).toMatchObject({ code: "connection-timeout" });
});

it("refuses a server that is too old", async () => {
  const ready = message("Z", Buffer.from("I"));
  const field = Buffer.concat([
    Buffer.from("version\0"),
    Buffer.from("000000000000000000190000ffffffff0000", "hex").subarray(0, 18),
  ]);
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, 6]), Buffer.from("130012")]);
  const answer = Buffer.concat([
    message("T", Buffer.concat([Buffer.from([0, 1]), field])),
    message("D", row),
    message("C", Buffer.from("SELECT 1\0")),
    ready,
  ]);
  const server = await pretend((data) => {
    if (data[0] === 0) return Buffer.concat([message("R", Buffer.alloc(4)), ready]);
    return data.toString("latin1", 0, 1) === "Q" ? answer : null;
  });
  expect(await failureAt(server)).toMatchObject({
    code: "server-too-old",
    message: expect.stringContaining("runs PostgreSQL 13"),
  });
});

eachMajor("a connected session", (major) => {
  it("gives plain values, runs scripts, and knows itself", async () => {
    await using database = await createDatabase(major);
    const session = await connect(database.url);
    expect(session).toMatchObject({ embedded: false });
    expect(Math.floor(session.serverVersion / 10_000)).toBe(major);
    expect(session.target).toMatch(new RegExp(`^postgres@127\\.0\\.0\\.1:\\d+/${database.name}$`));
    const sql = `SELECT 1::int AS i, 2::int8 AS l, '{"a":[1]}'::jsonb AS j, true AS b, '{a,NULL,"b,\\"c"}'::text[] AS t, '{{1},{2}}'::int[] AS n,
      '2024-01-02 03:04:05.123456'::timestamp AS at, 1.50 AS d, NULL AS x, '[0:1]={5,6}'::int[] AS s, '{}'::int8[] AS e`;
    expect(await session.query(sql)).toEqual([
      {
        i: 1,
        l: "2",
        j: { a: [1] },
        b: true,
        t: ["a", null, 'b,"c'],
        n: [[1], [2]],
        at: "2024-01-02 03:04:05.123456",
        d: "1.50",
        x: null,
        s: [5, 6],
        e: [],
      },
    ]);
    expect(await session.query("SELECT $1::text AS a, $2::int AS b", ["x", 5])).toEqual([{ a: "x", b: 5 }]);
    expect(await session.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (2)")).toBe("INSERT");
    expect(await session.query("SHOW application_name")).toEqual([{ application_name: "limbeck" }]);
    expect(await session.query("SHOW client_connection_check_interval")).toEqual([
      { client_connection_check_interval: "200ms" },
    ]);
    await Promise.all([session.execute("BEGIN"), session.execute("SELECT 1/0").catch(() => undefined)]);
    expect(await session.inTransaction()).toBe(true);
    expect(await session.execute("COMMIT")).toBe("ROLLBACK");
    expect(await session.inTransaction()).toBe(false);
    await session.close();
  });

  it("reports a connection that the server has ended", async () => {
    await using database = await createDatabase(major);
    const session = await connect(database.url);
    const [row] = await session.query("SELECT pg_backend_pid() AS pid");
    await database.query("SELECT pg_terminate_backend($1)", [row?.["pid"]]);
    await expect(session.query("SELECT pg_sleep(1)")).rejects.toMatchObject({
      code: "connection-lost",
      exitCode: 2,
    });
    await session.close();
  });

  it("writes nothing when it is read-only", async () => {
    await using database = await createDatabase(major);
    const session = await connect(database.url, { readOnly: true });
    await expect(session.execute("CREATE TABLE t ()")).rejects.toMatchObject({ code: "25006" });
    await session.close();
  });

  it("takes the caller's client and pool, and leaves them open", async () => {
    await using database = await createDatabase(major);
    const client = await sessionOf(database.client);
    await client.execute("BEGIN");
    expect(await client.inTransaction()).toBe(true);
    await client.close();
    expect(await database.query("SELECT 1 AS a")).toEqual([{ a: 1 }]);
    await database.query("ROLLBACK");
    const pool = new pg.Pool({ connectionString: database.url, max: 1 });
    const pooled = await sessionOf(pool);
    expect(await pooled.query("SELECT 9223372036854775807 AS a")).toEqual([{ a: "9223372036854775807" }]);
    await pooled.close();
    expect((await pool.query("SELECT 1 AS a")).rows).toEqual([{ a: 1 }]);
    await pool.end();
    await expect(sessionOf(new pg.Client(database.url))).rejects.toMatchObject({
      code: "client-not-connected",
    });
  });

  it("finds an open transaction without the driver's help", async () => {
    await using database = await createDatabase(major);
    const { query, execute, ...rest } = await sessionOf({
      query: async (config: PgQuery): Promise<unknown> => database.client.query(config),
    });
    const session = { ...rest, query, execute };
    expect(await session.inTransaction()).toBe(false);
    await session.execute("BEGIN");
    expect(await session.inTransaction()).toBe(true);
  });
});

it("takes the caller's PGlite, and leaves it open", async () => {
  const db = await PGlite.create();
  const session = await sessionOf(db);
  expect(session).toMatchObject({ embedded: true, target: "embedded Postgres" });
  await session.execute("BEGIN");
  expect(await session.inTransaction()).toBe(true);
  await session.execute("ROLLBACK");
  await session.close();
  expect((await db.query("SELECT 1 AS a")).rows).toEqual([{ a: 1 }]);
  await db.close();
});
