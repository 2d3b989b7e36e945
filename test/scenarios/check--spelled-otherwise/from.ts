import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), a: integer("a").notNull().default(5), b: text("b") },
  (t) => [
    check("c1", sql`${t.a} > 0`),
    check("c2", sql`b IN ('x', 'y')`),
    check("c3", sql`a BETWEEN 1 AND 10`),
    check("c4", sql`b IS NULL OR b <> 'q'`),
  ],
);
