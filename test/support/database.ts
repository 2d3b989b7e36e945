import { randomBytes } from "node:crypto";
import pg from "pg";
import { describe, inject, test } from "vitest";
import type {} from "./globalSetup.ts";

export type Row = Record<string, unknown>;

/** A database of the test's own, with a superuser's connection to it. */
export interface TestDatabase extends AsyncDisposable {
  readonly major: number;
  readonly name: string;
  readonly url: string;
  readonly client: pg.Client;
  query(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

export interface CreateOptions {
  /** Name of the database to copy; nobody may be connected to it. */
  readonly template?: string;
}

/** The majors a server runs for, ascending. */
export function majors(): readonly number[] {
  return Object.keys(inject("servers"))
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** Registers a group of tests once per major. */
export function eachMajor(name: string, tests: (major: number) => void): void {
  describe(name, () => {
    // Vitest fails on a group without tests.
    if (majors().length === 0) test.skip("no server runs");
    for (const major of majors()) describe(`PostgreSQL ${major}`, () => tests(major));
  });
}

/** Creates an empty database, or a copy of another, and connects to it. */
export async function createDatabase(
  major: number,
  { template = "template0" }: CreateOptions = {},
): Promise<TestDatabase> {
  const name = `limbeck_${process.pid}_${randomBytes(6).toString("hex")}`;
  await administer(major, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = serverUrl(major);
  url.pathname = name;
  const client = await connect(url.href);
  const drop = async (): Promise<void> => {
    await client.end();
    await administer(major, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  };
  const query = async (sql: string, params: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query<Row>(sql, [...params])).rows;
  return { major, name, url: url.href, client, query, drop, [Symbol.asyncDispose]: drop };
}

async function administer(major: number, sql: string): Promise<void> {
  const client = await connect(serverUrl(major).href);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client(url);
  // Without a listener a connection that the server ends would crash the whole worker.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function serverUrl(major: number): URL {
  const url = inject("servers")[major];
  if (url === undefined) throw new Error(`No server runs PostgreSQL ${major}`);
  return new URL(url);
}
