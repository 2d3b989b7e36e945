import { PGlite } from "@electric-sql/pglite";
import { expect, test } from "vitest";
import { createDatabase, eachMajor } from "../support/database.ts";
import { fingerprint, rowChecksums } from "../support/fingerprint.ts";
import { mutations, noise } from "./fingerprint.cases.ts";
import { everything } from "./fingerprint.schema.ts";

/** The lines that only one of the two has: all that a failure needs to show. */
function difference(from: readonly string[], to: readonly string[]): readonly string[] {
  const removed = from.filter((line) => !to.includes(line)).map((line) => `- ${line}`);
  const added = to.filter((line) => !from.includes(line)).map((line) => `+ ${line}`);
  return [...removed, ...added];
}

eachMajor("fingerprint", (major) => {
  test("notices each change and its undoing", async () => {
    await using database = await createDatabase(major);
    await database.query(everything);
    let before = await fingerprint(database.query);
    for (const { change, undo, since = 14 } of mutations) {
      if (major < since) continue;
      await database.query(change);
      const changed = await fingerprint(database.query);
      expect.soft(difference(before, changed), change).not.toEqual([]);
      await database.query(undo);
      const undone = await fingerprint(database.query);
      expect.soft(difference(before, undone), undo).toEqual([]);
      before = undone;
    }
  });

  test("is the same for the same script, whatever the OIDs", async () => {
    await using first = await createDatabase(major);
    await using second = await createDatabase(major);
    await first.query(everything);
    await second.query(everything.replaceAll(/\bapp/g, "gone"));
    await second.query("DROP SCHEMA gone CASCADE; DROP FOREIGN DATA WRAPPER gone_wrapper CASCADE");
    await second.query("SET search_path = pg_temp; SET TimeZone = 'Asia/Tokyo'");
    await second.query(everything);
    expect(await fingerprint(second.query)).toEqual(await fingerprint(first.query));
  });

  test("ignores contents, statistics and default privileges", async () => {
    await using database = await createDatabase(major);
    await database.query(everything);
    const before = await fingerprint(database.query);
    for (const sql of noise) {
      await database.query(sql);
      expect.soft(difference(before, await fingerprint(database.query)), sql).toEqual([]);
    }
  });

  test("is empty of system objects and of extension members", async () => {
    await using database = await createDatabase(major);
    const lines = await fingerprint(database.query);
    const kinds = lines.map((line) => line.slice(0, line.indexOf("{")).trim());
    expect(kinds).toEqual(["database", "extension plpgsql", "schema public", "schema public"]);
  });

  test("names an extension, not its members", async () => {
    await using database = await createDatabase(major);
    const before = await fingerprint(database.query);
    await database.query("CREATE SCHEMA e; CREATE EXTENSION hstore SCHEMA e; DROP SCHEMA e CASCADE");
    expect(await fingerprint(database.query)).toEqual(before);
    await database.query("CREATE EXTENSION hstore");
    const kinds = difference(before, await fingerprint(database.query)).map(
      (line) => /^. \w+ \w+/.exec(line)?.[0],
    );
    expect(kinds).toEqual(["+ extension hstore", "+ extension hstore"]);
  });

  test("leaves out tables with all that hangs on them", async () => {
    await using database = await createDatabase(major);
    const before = await fingerprint(database.query);
    await database.query(`
      CREATE TABLE log (id serial PRIMARY KEY, at date NOT NULL CHECK (at > '2000-01-01'));
      CREATE INDEX ON log (at);
      COMMENT ON COLUMN log.at IS 'when';
      CREATE PUBLICATION pub FOR TABLE log;
      CREATE POLICY own ON log USING (true)`);
    const lines = await fingerprint(database.query, { excludeTables: ["public.log"] });
    expect(lines.filter((line) => !line.startsWith("publication pub "))).toEqual(before);
  });

  test("ignores the order of columns only when asked to", async () => {
    await using first = await createDatabase(major);
    await using second = await createDatabase(major);
    await first.query("CREATE TABLE t (a integer, b text)");
    await second.query("CREATE TABLE t (gone date, b text, a integer); ALTER TABLE t DROP gone");
    expect(await fingerprint(second.query)).not.toEqual(await fingerprint(first.query));
    const options = { ignoreColumnOrder: true };
    expect(await fingerprint(second.query, options)).toEqual(await fingerprint(first.query, options));
  });

  test("shows how far sequences have come only when asked to", async () => {
    await using database = await createDatabase(major);
    await database.query("CREATE SEQUENCE s");
    const before = await fingerprint(database.query, { sequenceValues: true });
    await database.query("SELECT nextval('s')");
    expect(await fingerprint(database.query, { sequenceValues: true })).not.toEqual(before);
  });

  test("puts the session's settings back", async () => {
    await using database = await createDatabase(major);
    await database.query(`SET search_path = "$user", 'odd \\ "name', public; SET TimeZone = '-3'`);
    const read = "SELECT name, setting FROM pg_settings ORDER BY name";
    const before = await database.query(read);
    await fingerprint(database.query);
    expect(await database.query(read)).toEqual(before);
  });
});

eachMajor("rowChecksums", (major) => {
  test("tells rows apart, not their order nor that of the columns", async () => {
    await using database = await createDatabase(major);
    await database.query(`
      CREATE TABLE t (a integer, b text);
      INSERT INTO t VALUES (1, 'x'), (2, NULL), (3, '');
      CREATE TABLE empty ();`);
    const before = await rowChecksums(database.query);
    expect(before).toMatchObject({ "public.t": { count: 3 }, "public.empty": { count: 0 } });
    await database.query(`
      ALTER TABLE t RENAME TO old;
      CREATE TABLE t (b text, a integer);
      INSERT INTO t SELECT b, a FROM old ORDER BY a DESC;
      DROP TABLE old`);
    expect(await rowChecksums(database.query)).toEqual(before);
    await database.query("UPDATE t SET b = '' WHERE b IS NULL");
    const after = await rowChecksums(database.query, ["public.t"]);
    expect(after).toEqual({ "public.t": { count: 3, md5: expect.any(String) } });
    expect(after["public.t"]).not.toEqual(before["public.t"]);
  });
});

test("works on PGlite", async () => {
  await using lite = await PGlite.create();
  const query = async (sql: string) => (await lite.query<Record<string, unknown>>(sql)).rows;
  const empty = await fingerprint(query);
  await lite.exec(everything);
  expect((await fingerprint(query)).length).toBeGreaterThan(empty.length + 50);
  await lite.exec("INSERT INTO app.parent VALUES (1, 'x')");
  const rows = await rowChecksums(query);
  expect(rows["app.parent"]).toMatchObject({ count: 1 });
});
