import { describe, expect, test } from "vitest";
import { describeDifferences } from "../../../src/diff/describe.ts";
import { diff, reverse } from "../../../src/diff/diff.ts";
import type { Judge, Question } from "../../../src/diff/judgement.ts";
import type { Catalog } from "../../../src/catalog/catalog.ts";
import {
  catalog,
  check,
  column,
  foreignKey,
  index,
  literalJudge,
  primaryKey,
  table,
  unique,
} from "../../support/shapes.ts";

/** Differences in words, as `check` prints them. */
async function said(from: Catalog, to: Catalog, judge: Judge = literalJudge): Promise<readonly string[]> {
  const { operations } = await diff(from, to, judge);
  return describeDifferences(operations).map(({ action, object, changes }) =>
    [action, object, ...changes].join(" | "),
  );
}

/** A judge to whom every spelling means the same. */
const alike: Judge = async (questions) => questions.map(() => ({ equal: true }));

const base = [table("t"), column("t", "id", "integer", { notNull: true }), column("t", "a", "text")];

describe("pairing", () => {
  test("an implicit name is whatever the database has", async () => {
    const database = catalog(...base, { ...unique("t", "t_a_key", "a"), nameIsExplicit: true });
    const models = catalog(...base, { ...unique("t", "t_a_unique", "a"), nameIsExplicit: false });
    expect(await said(database, models)).toEqual([]);
  });

  test("an explicit name is enforced by a rename", async () => {
    const database = catalog(...base, unique("t", "old", "a"));
    expect(await said(database, catalog(...base, unique("t", "new", "a")))).toEqual([
      "alter | unique constraint t.new | name old → new",
    ]);
  });

  test("of an object made anew only what differs is told, not what is spelled otherwise", async () => {
    const database = catalog(...base, { ...index("t", "i", "a"), where: "(id > 0)" });
    const models = catalog(...base, { ...index("t", "i", "a"), where: "id > 0", unique: true });
    expect(await said(database, models, alike)).toEqual(["recreate | index i | unique no → yes"]);
  });

  test("a primary key is the table's, whatever its name", async () => {
    const database = catalog(...base, { ...primaryKey("t", "id"), name: "odd", nameIsExplicit: true });
    expect(await said(database, catalog(...base, primaryKey("t", "id")))).toEqual([]);
  });

  test("an index with another predicate is no counterpart", async () => {
    const database = catalog(...base, { ...index("t", "i", "a"), where: "a > 0" });
    expect(await said(database, catalog(...base, index("t", "j", "a")))).toEqual([
      "drop | index i",
      "create | index j",
    ]);
  });
});

describe("what only the database knows", () => {
  test("is no difference, and goes into what is made anew", async () => {
    const key = foreignKey("t", "a", "p");
    const database = catalog(...base, table("p"), { ...key, deferrable: "initially deferred" });
    const { operations } = await diff(
      database,
      catalog(...base, table("p"), { ...key, onDelete: "cascade" }),
      literalJudge,
    );
    expect(operations).toMatchObject([
      { action: "drop" },
      { action: "create", to: { deferrable: "initially deferred" } },
    ]);
  });

  test("a key that is not valid is never taken for one that is", async () => {
    const database = catalog(...base, { ...check("t", "c", "a > 0"), notValid: true });
    expect(await said(database, catalog(...base, check("t", "c", "a > 0")))).toEqual([
      "alter | check constraint t.c | not valid yes → no",
    ]);
  });
});

describe("the judge", () => {
  test("is asked once, only of texts that differ, with the database's columns", async () => {
    const questions: Question[][] = [];
    const database = catalog(...base, check("t", "same", "a > 0"), check("t", "c", "(a > 1)"));
    const models = catalog(...base, check("t", "same", "a > 0"), check("t", "c", '"a" > 1'));
    const { operations } = await diff(database, models, async (asked) => {
      questions.push([...asked]);
      return asked.map(() => ({ equal: true }));
    });
    expect(operations).toEqual([]);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject([
      {
        role: "condition",
        model: '"a" > 1',
        database: "(a > 1)",
        table: { name: "t", columns: [{ name: "id" }, { name: "a" }] },
      },
    ]);
  });

  test("is not asked when nothing is open", async () => {
    const same = catalog(...base);
    await expect(diff(same, same, () => Promise.reject(new Error("asked")))).resolves.toMatchObject({
      operations: [],
    });
  });

  test("what it calls equal is written as the author wrote it", async () => {
    const database = catalog(table("t"), column("t", "a", "integer", { default: "(5)" }));
    const models = catalog(table("t"), column("t", "a", "bigint", { default: "5" }));
    const { operations } = await diff(database, models, async (asked) =>
      asked.map(({ role }) => ({ equal: role === "default" })),
    );
    expect(operations).toMatchObject([{ action: "alter", attributes: ["type"], to: { default: "5" } }]);
  });
});

test("the way back of an alteration may be to make the object anew", async () => {
  const from = catalog(table("t"), column("t", "a", "integer", { generated: "1 + 1" }));
  const to = catalog(table("t"), column("t", "a", "integer"));
  const there = await diff(from, to, literalJudge);
  expect(there.operations.map(({ action }) => action)).toEqual(["alter"]);
  expect(reverse(there).operations.map(({ action }) => action)).toEqual(["drop", "create"]);
  expect(reverse(reverse(there)).operations).toEqual(there.operations);
});

test("differences are said as one would say them, and a new table says it all", async () => {
  const from = catalog(...base);
  const to = catalog(
    table("t"),
    column("t", "id", "bigint", { notNull: true }),
    column("t", "a", "text", { notNull: true, default: "''" }),
    table("u"),
    column("u", "id", "integer"),
  );
  expect(await said(from, to)).toEqual([
    "alter | column t.a | not null no → yes | default none → ''",
    "alter | column t.id | type integer → bigint",
    "create | table u",
  ]);
});
