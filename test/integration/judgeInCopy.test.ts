import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { revision } from "../../src/index.ts";
import { configured, told, type Configured } from "../support/configured.ts";
import { createDatabase, eachMajor, majors, type TestDatabase } from "../support/database.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { becomeStandby, withClient } from "../support/standby.ts";
import { DRIFT, MODELS, shop } from "./judgeInCopy.shop.ts";

const DRIFTED = ['~ check constraint orders.orders_total expression total > (1)::numeric → "total">0'];

/** The same database for somebody else. */
function as(role: string, { url }: TestDatabase): string {
  const of = new URL(url);
  of.username = role;
  return of.href;
}

eachMajor("a check with expressions to be judged", (major) => {
  const role = `limbeck_judge_${major}_${process.pid}`;
  let database: TestDatabase;
  let project: Configured;

  beforeEach(async () => {
    database = await createDatabase(major);
    project = configured("0.45", database, { models: MODELS });
    await database.query(`CREATE ROLE ${role} LOGIN;
      REVOKE CREATE, TEMPORARY ON DATABASE "${database.name}" FROM PUBLIC`);
  });
  afterEach(async () => {
    await database.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    await database.drop();
  });

  test("leaves nothing behind, and waits for nobody who keeps all others from writing", async () => {
    await database.query(shop());
    const look = (): Promise<string[]> => fingerprint((sql) => database.query(sql), { sequenceValues: true });
    const before = await look();
    // Conflicts with every lock but ACCESS SHARE.
    await database.query("BEGIN; LOCK TABLE orders, limits IN EXCLUSIVE MODE");
    expect(told(await project.check(`${database.url}?options=-c%20lock_timeout%3D2s`))).toEqual([]);
    await database.query("ROLLBACK");
    expect(await look()).toEqual(before);
  });

  test("goes on in a copy where the role may create nothing, also with functions of the database's own", async () => {
    await database.query(shop());
    expect(told(await project.check(as(role, database)))).toEqual([]);
    await database.query(DRIFT);
    expect(told(await project.check(as(role, database)))).toEqual(DRIFTED);
  });

  test("says what the copy cannot have", async () => {
    await database.query(shop("STRICT LANGUAGE c AS '$libdir/dblink', 'dblink_current_query'"));
    expect(told(await project.check())).toEqual([]);
    await expect(project.check(as(role, database))).rejects.toMatchObject({
      code: "judge-lacks",
      message: expect.stringMatching(/The embedded PostgreSQL \d+ cannot stand in: .*public\.shout\(text\)/),
      hint: expect.stringMatching(/^Grant the role TEMPORARY .* "shadowUrl"/),
    });
  });
});

describe("on a hot standby", () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer(majors().at(-1) ?? 17);
  });
  afterAll(() => server.stop());

  test("a check goes on in a copy, and so does a revision that brings defaults", async () => {
    const { url } = server;
    await withClient(url, async (client) => {
      await client.query(shop());
      await client.query("CREATE DATABASE drifted TEMPLATE template0");
    });
    const drifted = new URL(url);
    drifted.pathname = "drifted";
    await withClient(drifted.href, async (client) => client.query(`${shop()}; ${DRIFT}`));
    await becomeStandby(server);

    const project = configured("0.45", server, { models: MODELS });
    expect(told(await project.check())).toEqual([]);
    expect(told(await project.check(drifted.href))).toEqual(DRIFTED);

    project.write(
      "schema.ts",
      project.read("schema.ts").replace(
        'name: text("name"),',
        `name: text("name"),
      later: pg.timestamp("later").default(sql\`now() at time zone 'utc'\`),`,
      ),
    );
    const options = { cwd: project.dir, env: { DATABASE_URL: url } };
    const { proof } = await revision({ ...options, message: "later", autogenerate: true });
    expect(proof?.where).toMatch(/^the embedded/);
    expect(project.newest()).toContain("now() at time zone 'utc'");
  });
});
