import { expect, test } from "vitest";
import { connect } from "../../../src/database/connect.ts";
import { judgeOn } from "../../../src/database/judge.ts";
import type { Question } from "../../../src/diff/judgement.ts";
import { createDatabase, eachMajor } from "../../support/database.ts";

const question = (n: number): Question => ({
  role: "policy",
  schema: "public",
  table: { name: `t${n}`, columns: [{ name: "id", type: "integer" }] },
  model: `exists (select from "public"."t${n}" t where t.id = "public"."t${n}"."id")`,
  database: `EXISTS ( SELECT\n   FROM public.t${n} t\n  WHERE (t.id = t${n}.id))`,
});

eachMajor("the judge of policies", (major) => {
  test("locks the user's relations no more than a query does, and asks a constant number of times", async () => {
    await using database = await createDatabase(major);
    const numbers = Array.from({ length: 60 }, (_, n) => n);
    for (const n of numbers) await database.query(`CREATE TABLE t${n} (id integer)`);
    await database.query("BEGIN");
    // Conflicts with everything but ACCESS SHARE.
    for (const n of numbers) await database.query(`LOCK TABLE t${n} IN EXCLUSIVE MODE`);
    const session = await connect(database.url);
    try {
      await session.execute("SET lock_timeout = '2s'");
      let asked = 0;
      const counted = {
        ...session,
        query: async (sql: string, parameters?: readonly unknown[]) =>
          session.query(sql, ((asked += 1), parameters)),
      };
      expect(await judgeOn(counted)(numbers.map(question))).toEqual(numbers.map(() => ({ equal: true })));
      expect(asked).toBeLessThanOrEqual(4);
    } finally {
      await session.close();
      await database.query("ROLLBACK");
    }
  });
});
