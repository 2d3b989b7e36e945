import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    a: text("a").notNull().default("1"),
    b: text("b").generatedAlwaysAs(sql`a || '!'`),
  },
  (t) => [
    check("items_a_ok", sql`${t.a} <> ''`),
    index("items_a_idx").on(sql`lower(${t.a})`),
    index("items_some_idx")
      .on(t.id)
      .where(sql`${t.a} <> 'x'`),
    index("items_pattern_idx").on(t.a.op("text_pattern_ops")),
  ],
);
