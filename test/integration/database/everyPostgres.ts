import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { connect } from "../../../src/database/connect.ts";
import { openEmbedded } from "../../../src/database/embedded.ts";
import type { Session } from "../../../src/database/session.ts";
import { createDatabase, majors, type TestDatabase } from "../../support/database.ts";

/** What a test works on: a session to an empty database, made anew for every test. */
export interface Postgres {
  readonly major: number;
  readonly session: Session;
}

/** A folder that outlives a run, so that the embedded Postgres is prepared once. */
export const embeddedCache: string = path.join(
  tmpdir(),
  `limbeck-test-cache-${process.getuid?.() ?? "user"}`,
);

/** Registers tests for every major of the servers and for the embedded Postgres. */
export function everyPostgres(name: string, tests: (postgres: () => Postgres) => void): void {
  describe(name, () => {
    for (const major of majors()) describe(`PostgreSQL ${major}`, () => onServer(major, tests));
    describe("PGlite", () => onEmbedded(tests));
  });
}

function onServer(major: number, tests: (postgres: () => Postgres) => void): void {
  let database: TestDatabase;
  let session: Session;
  beforeEach(async () => {
    database = await createDatabase(major);
    session = await connect(database.url);
    return async () => {
      await session.close();
      await database.drop();
    };
  });
  tests(() => ({ major, session }));
}

function onEmbedded(tests: (postgres: () => Postgres) => void): void {
  let session: Session;
  beforeAll(async () => {
    session = await openEmbedded({ cacheDir: embeddedCache });
  });
  afterAll(async () => session.close());
  // A new PGlite for every test would cost half a second each.
  beforeEach(async () => session.execute(RESET).then(() => undefined));
  tests(() => ({ major: 18, session }));
}

const RESET = `ROLLBACK; RESET ALL; DO $$
  DECLARE s name;
  BEGIN
    FOR s IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
      EXECUTE format('DROP SCHEMA %I CASCADE', s);
    END LOOP;
    CREATE SCHEMA public;
  END $$`;

/** A folder for the time of `body`. */
export async function withFolder<T>(body: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "limbeck-test-"));
  try {
    return await body(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
