import { beforeEach, describe, expect, it } from "vitest";
import { judgeOn } from "../../../src/database/judge.ts";
import type { Session } from "../../../src/database/session.ts";
import { verdictCache, type VerdictCache } from "../../../src/database/verdictCache.ts";
import type { Question, TableContext } from "../../../src/diff/judgement.ts";
import { fingerprint } from "../../support/fingerprint.ts";
import { EQUAL, table, UNEQUAL } from "./judge.cases.ts";
import { everyPostgres, withFolder, type Postgres } from "./everyPostgres.ts";

function query(model: string, database: string): Question {
  return { role: "query", table: null, model, database };
}

/** Which of the questions the judge calls equal. */
async function equalOn(
  session: Session,
  questions: readonly Question[],
  cache?: VerdictCache,
): Promise<readonly boolean[]> {
  return (await judgeOn(session, cache)(questions)).map(({ equal }) => equal);
}

async function observe(session: Session): Promise<readonly string[]> {
  const lines = await fingerprint(async (sql) => session.query(sql));
  const [row] = await session.query(
    "SELECT current_setting('search_path') || current_setting('TimeZone') AS settings",
  );
  return [...lines, String(row?.["settings"])];
}

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
    const verdicts = await equalOn(session, questions);
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
    expect(await equalOn(session, many)).toEqual(many.map((question) => EQUAL.includes(question)));
  });

  it("knows nothing of another table of the same name", async () => {
    const other: TableContext = { name: "orders", columns: [{ name: "total", type: "text" }] };
    const question: Question = {
      role: "condition",
      table,
      model: "total > '5'",
      database: "total > '5'::numeric",
    };
    expect(await equalOn(session, [question, { ...question, table: other }])).toEqual([true, false]);
  });

  it("reads on when a column's type does not exist", async () => {
    const broken = { ...table, columns: [{ name: "lost", type: "public.gone" }, ...table.columns] };
    const question: Question = { role: "condition", table: broken, model: "id IN (1)", database: "id = 1" };
    const lost: Question = {
      role: "condition",
      table: broken,
      model: "id > 0 AND lost  = 1",
      database: "id > 0 AND lost = 1",
    };
    expect(await equalOn(session, [question, lost])).toEqual([true, false]);
  });

  it("is not led astray by a table with the name of a type", async () => {
    const named: TableContext = { name: "state", columns: [{ name: "s", type: "public.state" }] };
    const question: Question = {
      role: "condition",
      table: named,
      model: "s = 'new'::state",
      database: "s = 'new'::public.state",
    };
    expect(await equalOn(session, [question])).toEqual([true]);
  });

  it("asks about tables with any name", async () => {
    const names = ['a"b', "a'b", "$$", "select", "😀", "limbeck key", "__proto__", "a\\b", "%s"];
    const questions = names.map((name): Question => {
      const column = `"${name.replaceAll('"', '""')}"`;
      return {
        role: "condition",
        table: { name, columns: [{ name: `${name}x`, type: "integer" }] },
        model: `${column}."${column.slice(1, -1)}x" > 0`,
        database: `(${column.slice(0, -1)}x" > 0)`,
      };
    });
    expect(await equalOn(session, questions)).toEqual(names.map(() => true));
  });

  it("looks for names as the session does", async () => {
    const question: Question = { role: "type", table: null, model: "state", database: "other.state" };
    expect(await equalOn(session, [question])).toEqual([false]);
    await session.execute("SET search_path = other");
    expect(await equalOn(session, [question])).toEqual([true]);
    await session.execute("SET search_path = ''");
    expect(await equalOn(session, [question])).toEqual([false]);
  });

  describe("of queries", () => {
    const printed = "SELECT canary.a\n   FROM public.canary";

    it("compares what Postgres prints of a view, and says the columns of the author's", async () => {
      const questions = [
        query('select "a" from canary -- all', printed),
        query("select a, 'x'::varchar(3) as b from canary", printed),
        query("select * from canary", printed),
        query("values (1)", "VALUES (1)"),
        query(
          "with x as (select 1 as a) select a from x",
          "WITH x AS (\n         SELECT 1 AS a\n        )\n SELECT a\n   FROM x",
        ),
        query("select a from no_such_table", printed),
        query("select a from canary; drop table canary", printed),
        query("select a from canary with check option", printed),
        query("delete from canary returning a", printed),
      ];
      const a = { name: "a", type: "integer", collation: null };
      const b = { name: "b", type: "character varying(3)", collation: null };
      const verdicts = await judgeOn(session)(questions);
      expect(verdicts.map(({ equal }) => equal)).toEqual([
        true,
        false,
        true,
        true,
        true,
        false,
        false,
        false,
        false,
      ]);
      expect(verdicts.slice(0, 3).map(({ columns }) => columns)).toEqual([[a], [a, b], [a]]);
      expect(verdicts[5]?.columns).toBeUndefined();
      expect(await session.query("SELECT a FROM canary")).toEqual([]);
    });

    it("does not remember what a star means", async () =>
      withFolder(async (folder) => {
        const star = [query("select * from canary", printed)];
        expect(await equalOn(session, star, await verdictCache(folder))).toEqual([true]);
        await session.execute("ALTER TABLE canary ADD b int");
        expect(await equalOn(session, star, await verdictCache(folder))).toEqual([false]);
      }));
  });

  describe("leaves nothing behind", () => {
    it("outside a transaction", async () => {
      const before = await observe(session);
      await equalOn(session, [...EQUAL, ...UNEQUAL]);
      expect(await observe(session)).toEqual(before);
      expect(await session.query("SELECT relname FROM pg_class WHERE relpersistence = 't'")).toEqual([]);
      expect(await session.query("SELECT a FROM canary")).toEqual([]);
    });

    it("inside the caller's transaction, which goes on", async () => {
      await session.execute("BEGIN; SET LOCAL search_path = public; CREATE TABLE mine (a int)");
      const before = await observe(session);
      expect(await failing(EQUAL, true)).toEqual([]);
      expect(await observe(session)).toEqual(before);
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
      const known = EQUAL.filter(({ role }) => role !== "policy");
      const first = await judgeOn(counted, await verdictCache(folder))(known);
      const cold = statements.splice(0).length;
      expect(cold).toBeLessThanOrEqual(6);
      expect(await judgeOn(counted, await verdictCache(folder))(known)).toEqual(first);
      expect(statements.splice(0)).toHaveLength(1);
      // What a subquery means, other tables have a say in.
      await judgeOn(counted, await verdictCache(folder))(EQUAL);
      expect(statements.length).toBeGreaterThan(1);
      await session.execute("SET search_path = other");
      expect(
        await equalOn(
          counted,
          EQUAL.filter(({ model }) => model === "state"),
          await verdictCache(folder),
        ),
      ).toEqual([false]);
    }));
});
