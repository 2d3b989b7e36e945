import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uniqueIndex, varchar } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    a: varchar("a", { length: 40 }).notNull().default("x"),
    b: text("b").generatedAlwaysAs(sql`upper(a)`),
  },
  (t) => [
    check("items_a_said", sql`${t.a} <> ''`),
    index("items_a_idx").on(t.a),
    index("items_a_some_idx")
      .on(t.id)
      .where(sql`${t.a} <> 'x'`),
    uniqueIndex("items_a_lower_idx").on(sql`lower(${t.a})`),
    unique("items_a_unique").on(t.a),
  ],
);
