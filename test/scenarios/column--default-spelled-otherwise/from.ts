import { sql } from "drizzle-orm";
import { integer, jsonb, numeric, pgTable, text, timestamp, varchar } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: integer("a").default(0),
  b: text("b").default("x"),
  c: jsonb("c").default({ a: 1, b: 2 }),
  d: timestamp("d").default(sql`now()`),
  e: numeric("e").default("1.0"),
  f: text("f").array().default([]),
  g: varchar("g", { length: 9 }).default("it's"),
});
