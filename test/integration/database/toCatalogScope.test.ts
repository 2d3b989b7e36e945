import { beforeEach, describe, expect, it } from "vitest";
import type { Catalog } from "../../../src/catalog/catalog.ts";
import { objectId } from "../../../src/catalog/name.ts";
import type { Row, Session } from "../../../src/database/session.ts";
import { readDatabase } from "../../../src/database/toCatalog.ts";
import { everyPostgres, type Postgres } from "./everyPostgres.ts";

const all = { schemas: () => true };

function get(catalog: Catalog, kind: string, ...address: string[]): unknown {
  return catalog.objects.get(objectId(kind, ...address));
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A session that writes down what it is asked. */
function counting(session: Session): { readonly counted: Session; readonly statements: string[] } {
  const statements: string[] = [];
  const counted: Session = {
    ...session,
    execute: async (sql) => session.execute((statements.push(sql), sql)),
    query: async (sql, parameters): Promise<readonly Row[]> =>
      session.query((statements.push(sql), sql), parameters),
  };
  return { counted, statements };
}

everyPostgres("the scope of readDatabase", (postgres: () => Postgres) => {
  let session: Session;
  beforeEach(() => {
    session = postgres().session;
  });

  const read = async (sql: string): Promise<Catalog> => {
    await session.execute(sql);
    return readDatabase(session, all);
  };

  it("leaves out what is not modelled, with everything on it", async () => {
    const catalog =
      await read(`CREATE TABLE parted (a int PRIMARY KEY, b serial, CHECK (a > 0)) PARTITION BY RANGE (a);
      CREATE TABLE part PARTITION OF parted FOR VALUES FROM (1) TO (9); CREATE INDEX ON parted (b);
      CREATE TABLE parent (a int); CREATE TABLE child (b int PRIMARY KEY) INHERITS (parent);
      CREATE VIEW v AS SELECT 1; CREATE MATERIALIZED VIEW m AS SELECT 1 AS a; CREATE INDEX ON m (a);
      CREATE TABLE t (a int REFERENCES parted, EXCLUDE USING btree (a WITH =))`);
    expect([...catalog.objects.keys()]).toEqual([
      "table public.parent",
      "table public.t",
      "column public.parent.a",
      "column public.t.a",
      "foreignKey public.t.t_a_fkey",
      "view public.v",
      "materializedView public.m",
    ]);
  });

  it("leaves out what belongs to an extension", async () => {
    const catalog =
      await read(`CREATE TABLE t (a serial PRIMARY KEY, CHECK (a > 0)); CREATE INDEX ON t ((a + 1));
      CREATE TYPE e AS ENUM ('a'); CREATE SEQUENCE s; CREATE SCHEMA x; ALTER EXTENSION plpgsql ADD TABLE t;
      ALTER EXTENSION plpgsql ADD TYPE e; ALTER EXTENSION plpgsql ADD SEQUENCE s; ALTER EXTENSION plpgsql ADD SCHEMA x`);
    expect([...catalog.objects.keys()]).toEqual([]);
    await session.execute(`ALTER EXTENSION plpgsql DROP TABLE t; ALTER EXTENSION plpgsql DROP TYPE e;
      ALTER EXTENSION plpgsql DROP SEQUENCE s; ALTER EXTENSION plpgsql DROP SCHEMA x`);
    expect((await readDatabase(session, all)).objects.size).toBe(8);
  });

  it("marks an index that a failed build left invalid", async () => {
    await session.execute("CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1)");
    await expect(session.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)")).rejects.toThrow();
    const [row] = await session.query("SELECT count(*)::int AS n FROM pg_index WHERE NOT indisvalid");
    // PGlite builds without concurrency and leaves nothing.
    expect(row?.["n"]).toBe(session.embedded ? row?.["n"] : 1);
    const found = get(await readDatabase(session, all), "index", "public", "i");
    expect(found).toEqual(row?.["n"] === 1 ? expect.objectContaining({ invalid: true }) : undefined);
  });

  it("hides excluded tables, and reads only the schemas asked for", async () => {
    await session.execute(`CREATE TABLE "Versions" (a serial PRIMARY KEY, CHECK (a > 0)); CREATE TABLE t ();
      CREATE SCHEMA x; CREATE TABLE x."Versions" (); CREATE SCHEMA y; CREATE TABLE y.t ()`);
    const exclude = [{ schema: "public", name: "Versions" }];
    const ids = async (schemas: readonly string[] | ((name: string) => boolean)): Promise<string[]> => [
      ...(await readDatabase(session, { schemas, exclude })).objects.keys(),
    ];
    const expected = ["schema x", "table public.t", 'table x."Versions"'];
    expect(await ids(["public", "x", "absent"])).toEqual(expected);
    expect(await ids((name) => name !== "y")).toEqual(expected);
    expect(await ids([])).toEqual([]);
  });

  it("reads names of every kind", async () => {
    const names = [
      `a"b`,
      "a'b",
      "a;drop table x;--",
      "a\nb\t",
      "a\\b",
      "$$",
      "select",
      "User",
      "trailing ",
      "a.b",
      "%s",
      "😀",
      "__proto__",
      "constructor",
    ];
    for (const name of names) {
      const q = quote(name);
      await session.execute(`CREATE SCHEMA ${q}; CREATE TYPE ${q}.${quote(`${name}e`)} AS ENUM (E'${name.replaceAll("\\", "\\\\").replaceAll("'", "''")}');
        CREATE TABLE ${q}.${q} (${q} serial CONSTRAINT ${quote(`${name}u`)} UNIQUE, e ${q}.${quote(`${name}e`)})`);
    }
    const catalog = await readDatabase(session, all);
    for (const name of names) {
      expect(get(catalog, "enum", name, `${name}e`)).toMatchObject({ labels: [name] });
      expect(get(catalog, "column", name, name, name)).toMatchObject({
        type: "serial",
        serialSequence: { schema: name },
      });
      expect(get(catalog, "unique", name, name, `${name}u`)).toMatchObject({ columns: [name] });
    }
  });

  it("prints alike whatever the session's settings, and puts them back", async () => {
    await session.execute(`CREATE TYPE public.e AS ENUM ('a'); CREATE TABLE t (a e DEFAULT 'a', b timestamptz DEFAULT '2024-01-02 03:04:05+00',
      c interval DEFAULT '1 day 2 hours', d bytea DEFAULT '\\x01', f float8 DEFAULT 0.1)`);
    const plain = await readDatabase(session, all);
    await session.execute(`SET search_path = public; SET DateStyle = 'German'; SET TimeZone = 'Asia/Tokyo';
      SET IntervalStyle = 'iso_8601'; SET bytea_output = 'escape'; SET extra_float_digits = -10; SET quote_all_identifiers = on`);
    expect(await readDatabase(session, all)).toEqual(plain);
    expect(await session.query("SHOW TimeZone")).toEqual([{ TimeZone: "Asia/Tokyo" }]);
    expect(get(plain, "column", "public", "t", "b")).toMatchObject({
      default: "'2024-01-02 03:04:05+00'::timestamp with time zone",
    });
  });

  describe("round trips", () => {
    it("takes three, whatever the number of schemas and tables", async () => {
      for (const amount of [0, 1, 30]) {
        for (let i = 0; i < amount; i += 1) {
          await session.execute(
            `CREATE SCHEMA s${amount}_${i}; CREATE TABLE s${amount}_${i}.t (a serial PRIMARY KEY, b int UNIQUE)`,
          );
        }
        const { counted, statements } = counting(session);
        await readDatabase(counted, {
          schemas: ["public", ...Array.from({ length: amount }, (_, i) => `s${amount}_${i}`)],
        });
        expect(statements).toHaveLength(3);
        statements.length = 0;
        await readDatabase(counted, all);
        expect(statements).toHaveLength(4);
      }
    });

    it("reads inside the caller's transaction and leaves it as it was", async () => {
      await session.execute("BEGIN; SET LOCAL search_path = public; CREATE TABLE t (a int)");
      const { counted, statements } = counting(session);
      expect((await readDatabase(counted, { schemas: ["public"] })).objects.size).toBe(2);
      expect(statements).toHaveLength(3);
      expect(await session.query("SHOW search_path")).toEqual([{ search_path: "public" }]);
      expect(await session.execute("COMMIT")).toBe("COMMIT");
      expect((await readDatabase(session, all)).objects.size).toBe(2);
    });
  });
});
