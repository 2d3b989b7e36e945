import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestDatabase } from "../support/database.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { CONFIG, userProject, type UserProject } from "./support/cli.ts";
import { allOf, newestMajor, someDatabase } from "./support/databases.ts";
import { startOldServer } from "./support/oldServer.ts";
import { CANARY, expectNoSecret, expectRefused } from "./support/refused.ts";
import { FIRST } from "./support/models.ts";

// A standby must allow for as many connections as its primary did, which was initdb itself.
const STANDBY = {
  "standby.signal": "",
  "postgresql.auto.conf": "max_connections = 100\n",
  "pg_hba.conf": "host all app 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n",
};

let project: UserProject;
let database: TestDatabase;
let before: readonly string[];
/** A real standby that, for a user `app`, asks for a password too. */
let standby: TestServer;

beforeAll(async () => {
  project = await userProject({ "drizzle.config.ts": CONFIG, "schema/shop.ts": FIRST });
  await project.limbeck(["revision", "--autogenerate", "-m", "first"]);
  database = await someDatabase();
  before = await allOf(database);
  standby = await startServer(newestMajor(), STANDBY);
});

afterAll(async () => {
  expect(await allOf(database)).toEqual(before);
  await database.drop();
  await standby.stop();
});

/** The canary's URL on some address. */
function url(address: string, scheme = "postgresql"): string {
  return `${scheme}://app:${CANARY.encoded}@${address}`;
}

/** A URL of the running server, its user with the canary as password; nobody asks for it. */
function onServer({ pathname = database.name, search = "", scheme = "postgresql", port = 0 } = {}): string {
  const { host, hostname } = new URL(database.url);
  return `${scheme}://postgres:${CANARY.encoded}@${port === 0 ? host : `${hostname}:${port}`}/${pathname}${search}`;
}

/** Through --url, and through the environment. */
async function refused(given: string, says: RegExp | string, hint: RegExp | string): Promise<void> {
  await expectRefused(project, { args: ["upgrade", "--url", given], code: 2, says, hint });
  await expectRefused(project, { args: ["current"], env: { DATABASE_URL: given }, code: 2, says, hint });
}

describe("bad connections", () => {
  test("1 no URL where one was meant: whatever needs a database is refused, and nothing else", async () => {
    const meant = CONFIG.replace("schema:", 'dbCredentials: { url: process.env["NOT_SET"]! }, schema:');
    const other = await userProject({ "drizzle.config.ts": meant, "schema/shop.ts": FIRST });
    for (const args of [
      ["upgrade", "head"],
      ["downgrade", "base"],
      ["stamp", "head"],
      ["current"],
      ["check"],
      ["diff"],
      ["history", "-i"],
      ["revision", "--autogenerate", "-m", "x"],
    ])
      await expectRefused(other, {
        args,
        code: 2,
        says: '"dbCredentials.url" in drizzle.config.ts is undefined',
        hint: /Set the variable .* or remove dbCredentials to use the embedded database/,
      });
    expect(await other.limbeck(["history"])).toMatchObject({ code: 0 });
    const named = await other.limbeck(["current"], { env: { DATABASE_URL: database.url } });
    expect(named).toMatchObject({ code: 0, stderr: "" });
  });

  test("2 an empty URL", () => refused("", /is empty/, /Give it a URL/));

  test("3 a driver's suffix: one warning, and it works", async () => {
    const ended = await project.limbeck(["current", "--url", onServer({ scheme: "postgresql+asyncpg" })]);
    expect(ended.stderr).toBe('warning: The suffix "+asyncpg" of the database URL from --url was ignored.\n');
    expect(ended.code).toBe(0);
    expectNoSecret(ended);
    const url = onServer({ scheme: "postgresql+asyncpg" });
    for (const command of ["current", "diff"]) {
      const { stdout } = await project.limbeck([command, "--json", "--url", url]);
      expect(JSON.parse(stdout)).toMatchObject({
        warnings: ['The suffix "+asyncpg" of the database URL from --url was ignored.'],
      });
    }
  });

  test("4 MySQL's scheme", () => refused(url("h/d", "mysql"), /scheme "mysql"/, /postgresql:\/\//));

  test("5 JDBC's scheme", async () => {
    await refused(`jdbc:${url("h/d")}`, /scheme "jdbc"/, /postgresql:\/\//);
    await refused(
      `jdbc:postgresql://h/d?user=app&password=${CANARY.encoded}`,
      /scheme "jdbc"/,
      /postgresql:\/\//,
    );
  });

  test("6 quotes around the URL", () => refused(`'${url("h/d")}'`, /wrapped in quotes/, /Remove the quotes/));

  test("7 special characters in the password as they are", async () => {
    await refused("postgres://app:Kanari7Q#x@h/d", /raw #/, /%23/);
    await refused(`postgres://app:${CANARY.raw}@h/d`, /raw \/ or \? before the @/, /%2F/);
    await refused("postgres://app:Kanari7Q%x@h/d", /raw %/, /%25/);
  });

  test("8 a port that is none", async () => {
    await refused(url("h:99999/d"), /no valid port/, /1 to 65535/);
    await refused(url("h:54x2/d"), /no valid port/, /1 to 65535/);
  });

  test("9 a host that does not exist", () =>
    refused(url("nowhere.invalid/d"), "The host nowhere.invalid cannot be found.", /host name/));

  test("10 nobody listens", () =>
    refused(
      url("127.0.0.1:1/d"),
      "Nothing accepts connections at app@127.0.0.1:1/d.",
      /Check host and port/,
    ));

  test("11 a wrong password", () => {
    const { host } = new URL(standby.url);
    return refused(
      url(`${host}/postgres`),
      `The server refused the password of app (app@${host}/postgres).`,
      /percent-encoded/,
    );
  });

  test("12 a database that does not exist", () =>
    refused(onServer({ pathname: "nowhere" }), /There is no database nowhere/, /Create it/));

  test("13 TLS asked of a server without, a certificate that is not there, a mode that is none", async () => {
    await refused(onServer({ search: "?sslmode=verify-full" }), /do not agree on TLS/, /sslmode/);
    await refused(
      onServer({ search: "?sslmode=verify-full&sslrootcert=/nowhere/ca.pem" }),
      "/nowhere/ca.pem cannot be read",
      /sslrootcert/,
    );
    await refused(onServer({ search: "?sslmode=always" }), /unknown sslmode/, /verify-full/);
  });

  test("14 PostgreSQL 13, here played by a few lines of protocol since npm has no binaries of it", async () => {
    const old = await startOldServer();
    try {
      await refused(
        onServer({ port: old.port }),
        /runs PostgreSQL 13; Limbeck needs 14 or later/,
        /Upgrade the server/,
      );
    } finally {
      old.stop();
    }
  });

  test("15 a standby", async () => {
    const { host } = new URL(standby.url);
    // What only reads is content with a standby.
    const given = `postgres://postgres:${CANARY.encoded}@${host}/postgres`;
    const refusal = { code: 2, says: /is a standby and takes no changes/, hint: /primary/ };
    for (const args of [["upgrade"], ["downgrade", "base"], ["stamp", "head"]])
      await expectRefused(project, { args: [...args, "--url", given], ...refusal });
  });

  test("whatever the command, a failed connection shows no password, in words and in JSON", async () => {
    const nowhere = url("127.0.0.1:1/d");
    const commands = [
      "check",
      "current -v",
      "history -i",
      "show current",
      "stamp head",
      "downgrade base",
      `diff --to ${nowhere}`,
    ];
    for (const command of [
      ...commands,
      "revision --autogenerate -m x",
      `diff --from ${nowhere} --to ${nowhere}`,
    ]) {
      const args = [...command.split(" "), "--url", nowhere];
      await expectRefused(project, { args, code: 2, says: /Nothing accepts/, hint: /Check host/ });
      const ended = await project.limbeck([...args, "--json"]);
      expectNoSecret(ended);
      expect(JSON.parse(ended.stdout)).toMatchObject({ error: { code: "connection-refused", exitCode: 2 } });
    }
  }, 120_000);
});
