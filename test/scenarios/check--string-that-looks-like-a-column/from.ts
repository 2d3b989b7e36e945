import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), a: integer("a").notNull().default(5), b: text("b") },
  (t) => [check("items_b_not_a", sql`${t.b} <> 'a'`)],
);
