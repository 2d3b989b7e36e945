import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), a: integer("a").notNull().default(5), b: text("b") },
  () => [
    check("c1", sql`( a>0 )`),
    check("c2", sql`b = ANY (ARRAY['x'::text, 'y'::text])`),
    check("c3", sql`a >= 1 AND a <= 10`),
    check("c4", sql`(b is null) or ((b <> ('q')))`),
  ],
);
