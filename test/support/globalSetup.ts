import pg from "pg";
import type { TestProject } from "vitest/node";
import { makeEmbeddedBase } from "./embeddedBase.ts";
import { dockerAnswers, startContainer } from "./docker.ts";
import { startServer } from "./server.ts";
import type { TestServer } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser URLs by major. */
    servers: Record<string, string>;
  }
}

/** Starts one server per major for the whole run; what it returns stops them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [servers] = await Promise.all([startAll(), makeEmbeddedBase()]);
  project.provide("servers", Object.fromEntries(servers.map(({ major, url }) => [major, url])));
  return () => stopAll(servers);
}

async function startAll(): Promise<readonly TestServer[]> {
  const urls = list("LIMBECK_TEST_DATABASE_URL", "");
  const attempts = await Promise.allSettled(urls.length > 0 ? urls.map(given) : await own());
  const started = attempts.flatMap((attempt) => (attempt.status === "fulfilled" ? [attempt.value] : []));
  const failed = attempts.find((attempt) => attempt.status === "rejected");
  if (failed === undefined) return started;
  await stopAll(started);
  throw failed.reason;
}

async function own(): Promise<readonly Promise<TestServer>[]> {
  const majors = list("LIMBECK_TEST_MAJORS", "14,15,16,17,18").map(Number);
  if (majors.length === 0) return [];
  const start = (await dockerAnswers()) ? startContainer : startServer;
  return majors.map((major) => start(major));
}

/** A server that is not ours to stop. */
async function given(url: string): Promise<TestServer> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const sql = "SELECT current_setting('server_version_num')::int / 10000 AS major";
    const { rows } = await client.query<{ major: number }>(sql);
    return { major: rows[0]?.major ?? 0, url, stop: () => Promise.resolve() };
  } finally {
    await client.end();
  }
}

async function stopAll(servers: readonly TestServer[]): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()));
}

function list(variable: string, otherwise: string): readonly string[] {
  const items = (process.env[variable] ?? otherwise).split(",");
  return items.map((item) => item.trim()).filter((item) => item !== "");
}
