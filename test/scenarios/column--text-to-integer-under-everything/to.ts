import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    a: integer("a").notNull().default(1),
    b: text("b").generatedAlwaysAs(sql`a::text || '!'`),
  },
  (t) => [
    check("items_a_ok", sql`${t.a} > 0`),
    index("items_a_idx").on(sql`(${t.a} % 10)`),
    index("items_some_idx")
      .on(t.id)
      .where(sql`${t.a} <> 3`),
    index("items_pattern_idx").on(t.a),
  ],
);
