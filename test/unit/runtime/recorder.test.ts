import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { MigrationBody, Operations } from "../../../src/op.ts";
import { collectStatements, runBody, type RecordedStatement } from "../../../src/runtime/recorder.ts";

/** What a body has executed, in order; `answer` gives the rows. */
async function run(body: MigrationBody, answer: (sql: string) => unknown[] = () => []): Promise<string[]> {
  const log: string[] = [];
  await runBody(body, async ({ sql, autocommit, returnsRows }: RecordedStatement) => {
    await setTimeout(1);
    log.push(`${autocommit ? "auto " : ""}${returnsRows ? "? " : ""}${sql}`);
    if (sql === "fail") throw new Error("failed");
    return answer(sql) as Record<string, unknown>[];
  });
  return log;
}

/** What a careless migration does with a promise. */
function unawaited(_promise: Promise<unknown>): void {
  // Nothing.
}

/** Runs a body that must fail; gives its error's message and what was executed until then. */
async function failing(body: MigrationBody): Promise<readonly [string, readonly string[]]> {
  const log: string[] = [];
  const execute = (statement: RecordedStatement): Promise<never[]> => {
    log.push(statement.sql);
    return statement.sql === "fail" ? Promise.reject(new Error("failed")) : Promise.resolve([]);
  };
  const error: unknown = await runBody(body, execute).catch((reason: unknown) => reason);
  return [error instanceof Error ? error.message : "no error", log];
}

describe("statements run in the order of the calls", () => {
  test("without any await", async () => {
    const log = await run((op) => {
      op.execute("a");
      op.createSchema("s");
      unawaited(op.query("b"));
      op.execute("c");
    });
    expect(log).toEqual(["a", 'CREATE SCHEMA "s"', "? b", "c"]);
  });

  test("with a query in between, whose rows come back", async () => {
    const log = await run(
      async (op) => {
        op.execute("a");
        const rows = await op.query<{ id: number }>("ids");
        for (const { id } of rows) op.execute(`row ${id}`);
        op.execute("b");
      },
      (sql) => (sql === "ids" ? [{ id: 1 }, { id: 2 }] : []),
    );
    expect(log).toEqual(["a", "? ids", "row 1", "row 2", "b"]);
  });

  test("with awaits of other things", async () => {
    const log = await run(async (op) => {
      op.execute("a");
      await setTimeout(5);
      op.execute("b");
      await op.query("c");
      await setTimeout(5);
      op.execute("d");
    });
    expect(log).toEqual(["a", "b", "? c", "d"]);
  });

  test("with a chain of queries that nobody awaits", async () => {
    const log = await run((op) => {
      const first = op.query("a");
      unawaited(first.then(() => op.execute("b")).then(() => op.query("c")));
    });
    expect(log).toEqual(["? a", "b", "? c"]);
  });
});

describe("an autocommit block", () => {
  test("keeps its place", async () => {
    const log = await run((op) => {
      op.execute("a");
      op.autocommit((inner) => {
        inner.execute("b");
        inner.execute("c");
      });
      op.execute("d");
    });
    expect(log).toEqual(["a", "auto b", "auto c", "d"]);
  });

  test("takes calls of the outer op too", async () => {
    const log = await run((op) => {
      op.autocommit(() => op.execute("a"));
      op.execute("b");
    });
    expect(log).toEqual(["auto a", "b"]);
  });

  test("may be asynchronous and query", async () => {
    const log = await run(
      async (op) => {
        op.autocommit(async (inner) => {
          const rows = await inner.query<{ id: number }>("ids");
          inner.execute(`row ${rows[0]?.id}`);
        });
        op.execute("b");
        await op.query("c");
      },
      (sql) => (sql === "ids" ? [{ id: 1 }] : []),
    );
    expect(log).toEqual(["auto ? ids", "auto row 1", "b", "? c"]);
  });

  test("ends the migration when it throws, before anything else ran", async () => {
    const result = failing((op) => {
      op.execute("a");
      op.autocommit(() => {
        throw new Error("boom");
      });
    });
    expect(await result).toEqual(["boom", []]);
  });
});

describe("a migration fails", () => {
  test("when its body throws, and runs nothing that was queued", async () => {
    const result = failing((op) => {
      op.execute("a");
      throw new Error("boom");
    });
    expect(await result).toEqual(["boom", []]);
  });

  test("when a statement fails, and runs nothing after it", async () => {
    const result = failing((op) => {
      op.execute("fail");
      op.execute("after");
    });
    expect(await result).toEqual(["failed", ["fail"]]);
  });

  test("when a query fails that nobody awaits", async () => {
    await expect(run((op) => void op.query("fail"))).rejects.toThrow("failed");
  });

  test("when a query's error is swallowed", async () => {
    await expect(run(async (op) => void (await op.query("fail").catch(() => [])))).rejects.toThrow("failed");
  });
});

test("an operation after the end throws", async () => {
  let kept: Operations | undefined;
  await run((op) => void (kept = op));
  expect(() => kept?.execute("late")).toThrow(/after its migration had ended/);
  await expect(kept?.query("late")).rejects.toThrow(/after its migration had ended/);
});

describe("without a database", () => {
  test("statements are collected with what is known of them", async () => {
    const statements = await collectStatements((op) => {
      op.dropTable("orders");
      op.autocommit((inner) => inner.execute("create index concurrently on t (a)"));
    });
    expect(statements).toMatchObject([
      { sql: 'DROP TABLE "public"."orders"', autocommit: false, hazards: [{ code: "data-loss" }] },
      { sql: "create index concurrently on t (a)", autocommit: true },
    ]);
  });

  test("a query is refused", async () => {
    const collected = collectStatements(async (op) => void (await op.query("select 1")));
    await expect(collected).rejects.toMatchObject({ code: "needs-database", exitCode: 3 });
  });
});
