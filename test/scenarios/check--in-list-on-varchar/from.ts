import { sql } from "drizzle-orm";
import { check, integer, pgTable, varchar } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), a: varchar("a", { length: 10 }) },
  (t) => [check("items_a_known", sql`${t.a} IN ('x', 'y')`)],
);
