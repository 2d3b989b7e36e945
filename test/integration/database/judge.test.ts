import { beforeEach, describe, expect, it } from "vitest";
import { judgeOn } from "../../../src/database/judge.ts";
import type { Session } from "../../../src/database/session.ts";
import { verdictCache } from "../../../src/database/verdictCache.ts";
import type { Question, TableContext } from "../../../src/diff/judgement.ts";
import { fingerprint } from "../../support/fingerprint.ts";
import { everyPostgres, withFolder, type Postgres } from "./everyPostgres.ts";

const table: TableContext = {
  name: "orders",
  columns: Object.entries({
    id: "integer", total: "numeric(10,2)", amount: "numeric", email: "character varying(20)", name: "text", code: "character(3)",
    tags: "text[]", data: "jsonb", raw: "json", at: "timestamp with time zone", day: "date", active: "boolean",
    state: "public.state", states: "public.state[]", "Mixed Name": "integer", big: "bigint", span: "interval", key: "uuid",
  }).map(([name, type]) => ({ name, type })),
};

type Pair = readonly [model: string, database: string];

const pairs = (role: Question["role"], list: readonly Pair[], column?: string): Question[] =>
  list.map(([model, database]) => ({ role, model, database, column, table: role === "type" ? null : table }));

const EQUAL: readonly Question[] = [
  ...pairs("type", [
    ["int4", "integer"], ["INT", "integer"], ["varchar(20)", "character varying(20)"], ["numeric(10, 2)", "numeric(10,2)"],
    ["timestamptz(3)", "timestamp(3) with time zone"], ["char", "character(1)"], ["int[4]", "integer[]"], ["state", "public.state"],
    ['"state"[]', "public.state[]"], ["pg_catalog.int8", "bigint"], ["float(10)", "real"], ["interval year to month", "interval year to month"],
    ["bit varying(5)", "bit varying(5)"], ["oid", "oid"], ["  TEXT ", "text"], ["public.positive", "public.positive"],
  ]),
  ...pairs("default", [["'abc'", "'abc'::text"], ["'abc'::text", "'abc'::text"], ["NULL", "NULL"], ["shout('a')", "public.shout('a'::text)"], ["upper('a') -- comment", "upper('a'::text)"]], "name"),
  ...pairs("default", [["'abc'", "'abc'::character varying"], ["'abc'::varchar(20)", "'abc'::character varying(20)"]], "email"),
  ...pairs("default", [["CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP"], ["NOW()", "now()"], ["'2024-01-01T00:00:00Z'", "'2024-01-01 00:00:00+00'::timestamp with time zone"]], "at"),
  ...pairs("default", [["(5)", "5"], ["5", "5"]], "amount"),
  ...pairs("default", [["'{}'", "'{}'::text[]"], ["array['a', 'b']", "ARRAY['a'::text, 'b'::text]"], ["'{a,b}'::text[]", "'{a,b}'::text[]"]], "tags"),
  ...pairs("default", [[`'{"b":1,"a":[1,2]}'`, `'{"a": [1, 2], "b": 1}'::jsonb`], ["'{}'::jsonb", "'{}'::jsonb"]], "data"),
  ...pairs("default", [[`'{"a":1}'`, `'{"a":1}'::json`]], "raw"),
  ...pairs("default", [["true", "true"], ["'t'", "true"], ["FALSE", "false"]], "active"),
  ...pairs("default", [["'new'", "'new'::public.state"], ["'new'::state", "'new'::public.state"]], "state"),
  ...pairs("default", [["'{new}'", "'{new}'::public.state[]"]], "states"),
  ...pairs("default", [["'9223372036854775807'", "'9223372036854775807'::bigint"], ["nextval('counter')", "nextval('public.counter'::regclass)"]], "big"),
  ...pairs("default", [["'1 day'", "'1 day'::interval"], ["interval '24:00'", "'24:00:00'::interval"]], "span"),
  ...pairs("default", [["gen_random_uuid()", "gen_random_uuid()"]], "key"),
  ...pairs("condition", [
    ["id IN (1, 2)", "id = ANY (ARRAY[1, 2])"], ["(id in (1,2))", "(id = ANY (ARRAY[1, 2]))"],
    ["email IN ('a', 'b')", "(email)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])"],
    ["email IN ('a', 'b')", "((email)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"],
    ["total > 0 AND orders.id < 5", "(total > (0)::numeric) AND (id < 5)"], ['"orders"."total" >= 0', "total >= (0)::numeric"],
    ['"Mixed Name" BETWEEN 1 AND 9', '("Mixed Name" >= 1) AND ("Mixed Name" <= 9)'], ["state <> 'new'", "state <> 'new'::public.state"],
    ["active", "active"], ["active IS TRUE", "active IS TRUE"], ["name ~ '^a' OR name LIKE 'b%'", "(name ~ '^a'::text) OR (name ~~ 'b%'::text)"],
    ["is_fine(id)", "public.is_fine(id)"], ["data ? 'a'", "data ? 'a'::text"], ["code = 'abc'", "code = 'abc'::bpchar"],
    ['U&"\\0069d" > 0', "id > 0"], ["orders IS NOT NULL", "orders.* IS NOT NULL"],
  ]),
  ...pairs("expression", [
    ["LOWER(email)", "lower((email)::text)"], ["email || name", "(email)::text || name"], ["id + 1", "(id + 1)"],
    ["coalesce(name, 'x')", "COALESCE(name, 'x'::text)"], ["(data->>'a')::int", "((data ->> 'a'::text))::integer"], ["name COLLATE \"C\"", 'name COLLATE "C"'],
    ["case when active then 1 end", "\nCASE\n    WHEN active THEN 1\n    ELSE NULL::integer\nEND"],
  ]),
  ...pairs("generated", [["lower(email)", "lower((email)::text)"], ["name || 'x'", "(name || 'x'::text)"]], "name"),
  ...pairs("generated", [["total * 2", "total * (2)::numeric"]], "amount"),
];

const UNEQUAL: readonly Question[] = [
  ...pairs("type", [
    ["int4", "bigint"], ["varchar(20)", "character varying(21)"], ["varchar", "text"], ["numeric", "numeric(10,2)"], ["text[]", "text"],
    ["serial", "integer"], ["bigserial", "serial"], ["char", '"char"'], ["timestamp", "timestamp with time zone"], ["nonsense", "integer"],
    ["other.state", "public.state"], ["json", "jsonb"], ["int; DROP TABLE canary", "integer"],
  ]),
  ...pairs("default", [["'abd'", "'abc'::text"], ["no_such_function()", "'abc'::text"], ["'ABC'", "'abc'::text"], ["'it''s'", "'its'::text"], ["NULL", "'abc'::text"]], "name"),
  ...pairs("default", [["now()", "CURRENT_TIMESTAMP"], ["'2024-01-01T00:00:00Z'", "'2024-01-01 01:00:00+00'::timestamp with time zone"]], "at"),
  ...pairs("default", [["5", "5.0"], ["'5'", "5"], ["5", "6"]], "amount"),
  ...pairs("default", [["'{}'", "ARRAY[]::text[]"], ["'{a}'", "'{b}'::text[]"]], "tags"),
  ...pairs("default", [[`'{"a":1}'`, `'{"a": 2}'::jsonb`]], "data"),
  ...pairs("default", [[`'{"a": 1}'`, `'{"a":1}'::json`]], "raw"),
  ...pairs("default", [["'old'", "'new'::public.state"]], "state"),
  ...pairs("condition", [
    ["id IN (1, 2)", "id = ANY (ARRAY[1, 3])"], ["total > 0", "total >= (0)::numeric"], ["no_such_column > 0", "total > (0)::numeric"],
    ["id > 0 OR id < 9", "(id > 0) AND (id < 9)"], ["name", "active"], ["id > 0); DROP TABLE canary; --", "id > 0"], ["id >", "id > 0"],
  ]),
  ...pairs("expression", [["lower(email)", "upper((email)::text)"], ["email", "name"], ["count(*)", "id"]]),
  ...pairs("generated", [["lower(email)", "upper((email)::text)"], ["now()::text", "lower((email)::text)"]], "name"),
];

const show = ({ role, model, database }: Question): string => `${role}: ${model} = ${database}`;

everyPostgres("judgeOn", (postgres: () => Postgres) => {
  let session: Session;
  beforeEach(async () => {
    session = postgres().session;
    await session.execute(`CREATE TYPE state AS ENUM ('new', 'old'); CREATE SCHEMA other; CREATE TYPE other.state AS ENUM ('new');
      CREATE DOMAIN positive AS int CHECK (VALUE > 0); CREATE SEQUENCE counter;
      CREATE FUNCTION shout(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT upper($1)';
      CREATE FUNCTION is_fine(int) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';
      CREATE TABLE canary (a int); CREATE TABLE orders (a int)`);
  });

  const failing = async (questions: readonly Question[], expected: boolean): Promise<readonly string[]> => {
    const verdicts = await judgeOn(session)(questions);
    return questions.filter((_question, i) => verdicts[i] !== expected).map(show);
  };

  it("finds equal what Postgres prints alike", async () => {
    expect(await failing(EQUAL, true)).toEqual([]);
  });

  it("finds unequal what it prints differently or refuses", async () => {
    expect(await failing(UNEQUAL, false)).toEqual([]);
  });

  it("gives the verdicts in the order of the questions, many at a time", async () => {
    const mixed = EQUAL.flatMap((question, i) => [question, UNEQUAL[i % UNEQUAL.length] ?? question]);
    const many = [...mixed, ...mixed, ...mixed];
    expect(await judgeOn(session)(many)).toEqual(many.map((question) => EQUAL.includes(question)));
  });

  it("knows nothing of another table of the same name", async () => {
    const other: TableContext = { name: "orders", columns: [{ name: "total", type: "text" }] };
    const question: Question = { role: "condition", table, model: "total > '5'", database: "total > '5'::numeric" };
    expect(await judgeOn(session)([question, { ...question, table: other }])).toEqual([true, false]);
  });

  it("reads on when a column's type does not exist", async () => {
    const broken = { ...table, columns: [{ name: "lost", type: "public.gone" }, ...table.columns] };
    const question: Question = { role: "condition", table: broken, model: "id IN (1)", database: "id = 1" };
    const lost: Question = { role: "condition", table: broken, model: "id > 0 AND lost  = 1", database: "id > 0 AND lost = 1" };
    expect(await judgeOn(session)([question, lost])).toEqual([true, false]);
  });

  it("is not led astray by a table with the name of a type", async () => {
    const named: TableContext = { name: "state", columns: [{ name: "s", type: "public.state" }] };
    const question: Question = { role: "condition", table: named, model: "s = 'new'::state", database: "s = 'new'::public.state" };
    expect(await judgeOn(session)([question])).toEqual([true]);
  });

  it("asks about tables with any name", async () => {
    const names = ['a"b', "a'b", "$$", "select", "😀", "limbeck key", "__proto__", "a\\b", "%s"];
    const questions = names.map((name): Question => {
      const column = `"${name.replaceAll('"', '""')}"`;
      return { role: "condition", table: { name, columns: [{ name: `${name}x`, type: "integer" }] }, model: `${column}."${column.slice(1, -1)}x" > 0`, database: `(${column.slice(0, -1)}x" > 0)` };
    });
    expect(await judgeOn(session)(questions)).toEqual(names.map(() => true));
  });

  it("looks for names as the session does", async () => {
    const question: Question = { role: "type", table: null, model: "state", database: "other.state" };
    expect(await judgeOn(session)([question])).toEqual([false]);
    await session.execute("SET search_path = other");
    expect(await judgeOn(session)([question])).toEqual([true]);
    await session.execute("SET search_path = ''");
    expect(await judgeOn(session)([question])).toEqual([false]);
  });

  describe("leaves nothing behind", () => {
    const observe = async (): Promise<readonly string[]> => {
      const lines = await fingerprint(async (sql) => session.query(sql));
      const [row] = await session.query("SELECT current_setting('search_path') || current_setting('TimeZone') AS settings");
      return [...lines, String(row?.["settings"])];
    };

    it("outside a transaction", async () => {
      const before = await observe();
      await judgeOn(session)([...EQUAL, ...UNEQUAL]);
      expect(await observe()).toEqual(before);
      expect(await session.query("SELECT relname FROM pg_class WHERE relpersistence = 't'")).toEqual([]);
      expect(await session.query("SELECT a FROM canary")).toEqual([]);
    });

    it("inside the caller's transaction, which goes on", async () => {
      await session.execute("BEGIN; SET LOCAL search_path = public; CREATE TABLE mine (a int)");
      const before = await observe();
      expect(await failing(EQUAL, true)).toEqual([]);
      expect(await observe()).toEqual(before);
      expect(await session.execute("COMMIT")).toBe("COMMIT");
      expect(await session.query("SELECT a FROM mine")).toEqual([]);
    });
  });

  it("remembers equal verdicts by content", async () =>
    withFolder(async (folder) => {
      const statements: string[] = [];
      const counted: Session = {
        ...session,
        execute: async (sql) => session.execute((statements.push(sql), sql)),
        query: async (sql, parameters) => session.query((statements.push(sql), sql), parameters),
      };
      const first = await judgeOn(counted, await verdictCache(folder))(EQUAL);
      const cold = statements.splice(0).length;
      expect(cold).toBeLessThanOrEqual(6);
      expect(await judgeOn(counted, await verdictCache(folder))(EQUAL)).toEqual(first);
      expect(statements).toHaveLength(1);
      await session.execute("SET search_path = other");
      expect(await judgeOn(counted, await verdictCache(folder))(EQUAL.filter(({ model }) => model === "state"))).toEqual([false]);
    }));
});
