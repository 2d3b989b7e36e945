import { createDatabase, majors, type TestDatabase } from "../../support/database.ts";
import { fingerprint } from "../../support/fingerprint.ts";

/** The newest major that runs: what the command line does with a server does not depend on its version. */
export function newestMajor(): number {
  const major = majors().at(-1);
  if (major === undefined) throw new Error("no server runs");
  return major;
}

/** An empty database on the newest server. */
export function someDatabase(): Promise<TestDatabase> {
  return createDatabase(newestMajor());
}

const BOOKKEEPING = ["public.limbeck_version", "public.limbeck_version_log"];

/** What a database holds beside Limbeck's own tables. */
export function contentOf(database: TestDatabase): Promise<string[]> {
  return fingerprint((sql) => database.query(sql), { excludeTables: BOOKKEEPING });
}

/** Everything that a database holds. */
export function allOf(database: TestDatabase): Promise<string[]> {
  return fingerprint((sql) => database.query(sql));
}
