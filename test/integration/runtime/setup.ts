import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../../src/database/connect.ts";
import { openEmbedded } from "../../../src/database/embedded.ts";
import type { Row, Session } from "../../../src/database/session.ts";
import type { MigrationBody } from "../../../src/op.ts";
import { buildGraph, type RevisionGraph } from "../../../src/revisions/graph.ts";
import type { Revision } from "../../../src/revisions/revision.ts";
import { createDatabase, eachMajor, majors } from "../../support/database.ts";
import { describe } from "vitest";
import { revision } from "../../unit/revisions/graphs.ts";

/** What a chain's revisions do, each in both directions; strings are SQL. */
export interface Bodies {
  readonly up: string | MigrationBody;
  readonly down?: string | MigrationBody;
}

/** 0001, 0002, ... with these bodies. */
export function chainOf(...bodies: readonly Bodies[]): RevisionGraph {
  return buildGraph(bodies.map((one, index) => revisionOf(index + 1, one)));
}

export function revisionOf(
  number: number,
  { up, down = "" }: Bodies,
  more: Partial<Revision> = {},
): Revision {
  const parent = number === 1 ? null : idOf(number - 1);
  return revision(idOf(number), parent, { up: bodyOf(up), down: bodyOf(down), ...more });
}

function idOf(number: number): string {
  return String(number).padStart(4, "0");
}

function bodyOf(body: string | MigrationBody): MigrationBody {
  return typeof body === "string" ? (op) => op.execute(body) : body;
}

/** Three tables, one per revision. */
export function tables(count = 3): RevisionGraph {
  return chainOf(
    ...Array.from({ length: count }, (_, index) => ({
      up: `create table t${index + 1} (id int primary key)`,
      down: `drop table t${index + 1}`,
    })),
  );
}

/** A database of the test's own and ways to it. */
export interface Place extends AsyncDisposable {
  readonly session: Session;
  /** Another connection to the same database; closed with the place. */
  another(): Promise<Session>;
  query(sql: string): Promise<readonly Row[]>;
  /** The names of the user's tables in schema public. */
  tables(): Promise<readonly string[]>;
  versions(): Promise<readonly unknown[]>;
  log(): Promise<readonly Row[]>;
  /** How many advisory locks are held in the database. */
  locks(): Promise<number>;
}

export async function serverPlace(major: number): Promise<Place> {
  const database = await createDatabase(major);
  const sessions: Session[] = [];
  const another = async (): Promise<Session> => {
    const session = await connect(database.url);
    sessions.push(session);
    return session;
  };
  const session = await another();
  return place(session, another, database.query, async () => {
    await Promise.all(sessions.map((one) => one.close().catch(() => undefined)));
    await database.drop();
  });
}

function oneConnection(): Promise<Session> {
  return Promise.reject(new Error("an embedded database has one connection"));
}

export async function embeddedPlace(): Promise<Place> {
  const session = await openEmbedded({ cacheDir: join(tmpdir(), "limbeck-test-cache") });
  return place(
    session,
    oneConnection,
    (sql) => session.query(sql),
    () => session.close(),
  );
}

const LOCKS = `select pid from pg_locks where locktype = 'advisory'
  and database = (select oid from pg_database where datname = current_database())`;

function place(
  session: Session,
  another: () => Promise<Session>,
  query: (sql: string) => Promise<readonly Row[]>,
  close: () => Promise<void>,
): Place {
  const column = async (sql: string): Promise<readonly unknown[]> =>
    (await query(sql)).map((row) => Object.values(row)[0]);
  return {
    session,
    another,
    query,
    tables: async () => {
      const sql =
        "select relname::text as n from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace";
      return (await column(`${sql} and relname !~ '^limbeck_' order by 1`)).map(String);
    },
    versions: () => column("select revision from limbeck_version order by 1"),
    locks: async () => (await column(LOCKS)).length,
    log: () => query("select * from limbeck_version_log order by revision"),
    [Symbol.asyncDispose]: close,
  };
}

/** The session, with what is sent written down. */
export function watched(session: Session, statements: string[]): Session {
  return {
    ...session,
    execute: (sql) => (statements.push(sql), session.execute(sql)),
    query: (sql, parameters) => (statements.push(sql), session.query(sql, parameters)),
  };
}

/** Registers tests on the newest major and the embedded Postgres: for what does not depend on the version. */
export function somewhere(name: string, tests: (open: () => Promise<Place>) => void): void {
  describe(name, () => {
    describe("server", () => tests(() => serverPlace(majors().at(-1) ?? 17)));
    describe("embedded", () => tests(embeddedPlace));
  });
}

/** Registers tests once per major and once for the embedded Postgres. */
export function everywhere(name: string, tests: (open: () => Promise<Place>) => void): void {
  eachMajor(name, (major) => tests(() => serverPlace(major)));
  describe(name, () => {
    describe("embedded", () => tests(embeddedPlace));
  });
}
