import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, type TestDatabase } from "../support/database.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { CONFIG, temporaryFolder, userProject, type Ended, type UserProject } from "./support/cli.ts";
import { newestMajor, someDatabase } from "./support/databases.ts";
import { FIRST, SECOND } from "./support/models.ts";

/** Made by hand: a database that has something of the models, and much that they have not. */
const BY_HAND = `
  CREATE TYPE status AS ENUM ('new', 'lost');
  CREATE TABLE users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(40), born date DEFAULT '2000-01-01');
  CREATE TABLE "odd; -- name" ("a ""b""" text DEFAULT 'it''s; -- $$ \\ /*' CHECK ("a ""b""" <> ';'), user_id int REFERENCES users);
  CREATE INDEX "odd index" ON "odd; -- name" (lower("a ""b""")) WHERE user_id > 0;
  CREATE SEQUENCE numbers START 7;
`;

const SIDES = ["models", "migrations", "database", "URL"] as const;
type SideName = (typeof SIDES)[number];
const PAIRS = SIDES.flatMap((from) => SIDES.map((to) => ({ from, to })));

let project: UserProject;
/** A database in the state that each side describes. */
let references: Readonly<Record<SideName, TestDatabase>>;
let empty: TestDatabase;

beforeAll(async () => {
  project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
  const [models, migrations, database, byUrl, none] = await Promise.all(
    Array.from({ length: 5 }, someDatabase),
  );
  if (!models || !migrations || !database || !byUrl || !none) throw new TypeError("five databases were made");
  references = { models, migrations, database, URL: byUrl };
  empty = none;
  await project.limbeck(["revision", "--autogenerate", "-m", "first"], {
    env: { DATABASE_URL: database.url },
  });
  await Promise.all(
    [migrations, database].map(({ url }) => project.limbeck(["upgrade"], { env: { DATABASE_URL: url } })),
  );
  await database.query("ALTER TABLE users ADD COLUMN drifted text");
  await byUrl.client.query(BY_HAND);
  project.write("schema/shop.ts", SECOND);
  await models.client.query((await diff("models", "sql", empty.url)).stdout);
}, 180_000);

afterAll(async () => {
  await Promise.all([...Object.values(references), empty].map((database) => database.drop()));
});

/** `limbeck diff` between two sides; the one that is the project's database is in the environment. */
function diff(to: string, format: string, from: string): Promise<Ended> {
  const args = ["diff", "--from", from, "--to", to, "--format", format];
  return project.limbeck(args, { env: { DATABASE_URL: references.database.url } });
}

function argument(side: SideName): string {
  return side === "URL" ? references.URL.url : side;
}

/** Columns that are added come last, wherever the models have them. */
function contentOf(database: TestDatabase): Promise<string[]> {
  const excludeTables = ["public.limbeck_version", "public.limbeck_version_log"];
  return fingerprint((sql) => database.query(sql), { excludeTables, ignoreColumnOrder: true });
}

/** A copy of a side's database; nobody may be connected to the original meanwhile. */
async function copyOf(side: SideName): Promise<TestDatabase> {
  const copy = await someDatabase();
  const { stdout } = await project.limbeck([
    "diff",
    "--from",
    copy.url,
    "--to",
    references[side].url,
    "--format",
    "sql",
  ]);
  await copy.client.query(stdout);
  return copy;
}

describe("diff", () => {
  test.each(PAIRS)("from $from to $to prints SQL that does it", async ({ from, to }) => {
    const ended = await diff(argument(to), "sql", argument(from));
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    await using copy = await copyOf(from);
    // All of it as one script, in the simple protocol, as psql -f would send it.
    if (ended.stdout !== "") await copy.client.query(ended.stdout);
    expect(await contentOf(copy)).toEqual(await contentOf(references[to]));
    if (from === to) expect(ended.stdout).toBe("");
  });

  test("between two URLs needs no project, and every statement stands by itself", async () => {
    const args = ["diff", "--from", empty.url, "--to", references.URL.url];
    const outside = { cwd: temporaryFolder() };
    const printed = await project.limbeck([...args, "--format", "sql"], outside);
    const told: unknown = JSON.parse((await project.limbeck([...args, "--format", "json"], outside)).stdout);
    const { sql } = told as { readonly sql: readonly string[] };
    expect(printed.stdout).toBe(sql.map((statement) => `${statement};\n`).join(""));
    await using copy = await createDatabase(newestMajor());
    for (const statement of sql) await copy.query(statement);
    expect(await contentOf(copy)).toEqual(await contentOf(references.URL));
    const text = await project.limbeck(args, outside);
    expect(text.stdout).toContain(
      `from ${shown(empty)} to ${shown(references.URL)}:\n  + enum type status\n`,
    );
    expect(
      (await project.limbeck(["diff", "--from", empty.url, "--to", empty.url], outside)).stdout,
    ).toContain("No differences.");
  });

  test("without sides goes from the database to the models", async () => {
    const ended = await project.limbeck(["diff"], { env: { DATABASE_URL: references.database.url } });
    expect(ended.stdout).toContain(`from ${shown(references.database)} to the models:`);
    expect(ended.stdout).toMatch(/- column users\.drifted/);
  });
});

function shown({ url, name }: TestDatabase): string {
  const { username, host } = new URL(url);
  return `${username}@${host}/${name}`;
}
