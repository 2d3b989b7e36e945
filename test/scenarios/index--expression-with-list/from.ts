import { sql } from "drizzle-orm";
import { index, integer, pgTable, text, uniqueIndex, varchar } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), a: text("a"), v: varchar("v") },
  (t) => [
    uniqueIndex("items_a").on(t.id, sql`(${t.a} in ('x', 'y'))`),
    index("items_v").on(sql`(${t.v} not in ('x', 'y'))`),
  ],
);
