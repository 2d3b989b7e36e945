import { beforeEach, expect, it } from "vitest";
import {
  existingRelations,
  refusedDefaults,
  type TypedDefault,
} from "../../../src/database/modelMistakes.ts";
import type { Session } from "../../../src/database/session.ts";
import { everyPostgres, type Postgres } from "./everyPostgres.ts";

/** A default that Postgres refuses, and what it says of it. */
const REFUSED: readonly (readonly [type: string, text: string, reason: RegExp])[] = [
  ["integer", "'abc'", /invalid input syntax for type integer: "abc"/],
  ["smallint", "'70000'", /out of range/],
  ["uuid", "'no uuid'", /invalid input syntax for type uuid/],
  ["jsonb", "'{'", /invalid input syntax for type json/],
  ["integer[]", "'{a}'", /invalid input syntax for type integer/],
  ["timestamp", "'yesterdayish'", /invalid input syntax for type timestamp/],
  ["integer", "'x'::text", /is of type text/],
  ["integer", "true", /is of type boolean/],
  ["integer", '"other"', /cannot use column reference/],
  ["integer", "(select 1)", /cannot use subquery/],
  ["integer", "1 +", /syntax error/],
  ["integer", "sum(1)", /aggregate/],
];

/** Defaults that are right, or of which this Postgres cannot know. */
const FINE: readonly (readonly [type: string, text: string])[] = [
  ["integer", "1"],
  ["text", "1"],
  ["varchar(2)", "'too long, but only once it is used'"],
  ["timestamp", "now()"],
  ["text", "gen_some_id()"],
  ["integer", "nextval('no_such_sequence')"],
  ["no_such_type", "'x'"],
  ["public.citext", "'x'"],
  ["text", "'x' -- with a comment"],
  ["timestamp", "now() at time zone 'utc'"],
  ["boolean", "1 = 1 or false -- (as in a comment"],
  ["numeric(10, 2)[]", "'{1,2}'"],
];

everyPostgres("mistakes in models that only Postgres can see", (postgres: () => Postgres) => {
  let session: Session;
  beforeEach(() => {
    session = postgres().session;
  });

  it("tells the defaults that a type cannot have, and leaves nothing", async () => {
    const fine = FINE.map(([type, text]): TypedDefault => ({ type, text }));
    expect([...(await refusedDefaults(session, fine))]).toEqual([]);
    const wrong = REFUSED.map(([type, text, reason]) => ({
      type,
      text,
      reason,
    }));
    const mixed = [...fine, ...wrong, ...fine];
    const refused = await refusedDefaults(session, mixed);
    expect([...refused.keys()]).toEqual(wrong);
    for (const one of wrong) expect(refused.get(one), one.text).toMatch(one.reason);
    expect(await session.inTransaction()).toBe(false);
  });

  it("takes many at once", async () => {
    const many = Array.from({ length: 700 }, (_, i) => ({
      type: "integer",
      text: i === 650 ? "'x'" : String(i),
    }));
    expect([...(await refusedDefaults(session, many)).keys()]).toEqual([many[650]]);
  });

  it("finds relations of every sort", async () => {
    await session.execute(`CREATE SCHEMA "Odd"; CREATE TABLE "Odd".plain (a int);
      CREATE TABLE "Odd".parted (a int) PARTITION BY RANGE (a); CREATE TYPE "Odd".kind AS ENUM ('a')`);
    const names = ["plain", "kind", "parted", "none"].map((name) => ({ schema: "Odd", name }));
    expect(await existingRelations(session, names)).toEqual([names[0], names[2]]);
  });
});
