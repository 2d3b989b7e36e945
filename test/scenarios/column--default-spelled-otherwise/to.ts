import { sql } from "drizzle-orm";
import { integer, jsonb, numeric, pgTable, text, timestamp, varchar } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: integer("a").default(sql`'0'::integer`),
  b: text("b").default(sql`'x'::text`),
  c: jsonb("c").default(sql`'{"b": 2, "a": 1}'::jsonb`),
  d: timestamp("d").default(sql`NOW( )`),
  e: numeric("e").default(sql`1.0`),
  f: text("f")
    .array()
    .default(sql`'{}'`),
  g: varchar("g", { length: 9 }).default(sql`E'it\\'s'`),
});
