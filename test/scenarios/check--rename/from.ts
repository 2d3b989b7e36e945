import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), a: integer("a").notNull().default(5), b: text("b") },
  (t) => [check("items_first", sql`${t.a} > 0`)],
);
