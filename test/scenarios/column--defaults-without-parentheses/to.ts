import { sql } from "drizzle-orm";
import { boolean, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";

export const t = pgTable("t", {
  id: integer("id").primaryKey(),
  a: timestamp("a").default(sql`now() at time zone 'utc'`),
  b: boolean("b").default(sql`not true`),
  c: boolean("c").default(sql`1 < 2 and true`),
  d: integer("d").default(sql`1 + 2`),
  e: text("e").default(sql`'a' || 'b' collate "C"`),
  f: boolean("f").default(sql`1 in (1, 2)`),
  g: integer("g").default(sql`- 5`),
  h: timestamp("h").default(sql`'2020-01-01 00:00:00'::timestamp`),
  i: integer("i").default(sql`case when true then 1 else 2 end`),
  j: text("j")
    .array()
    .default(sql`array['a','b']::text[]`),
  k: boolean("k").default(sql`null is null`),
});
export const u = pgTable("u", {
  id: integer("id").primaryKey(),
  a: timestamp("a").default(sql`now() at time zone 'utc'`),
  b: boolean("b").default(sql`not true`),
  c: boolean("c").default(sql`1 < 2 and true`),
  d: integer("d").default(sql`1 + 2`),
  e: text("e").default(sql`'a' || 'b' collate "C"`),
  f: boolean("f").default(sql`1 in (1, 2)`),
  g: integer("g").default(sql`- 5`),
  h: timestamp("h").default(sql`'2020-01-01 00:00:00'::timestamp`),
  i: integer("i").default(sql`case when true then 1 else 2 end`),
  j: text("j")
    .array()
    .default(sql`array['a','b']::text[]`),
  k: boolean("k").default(sql`null is null`),
});
