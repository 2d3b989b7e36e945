import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, unique } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    net: integer("net").notNull().default(1),
    total: integer("total").generatedAlwaysAs(sql`net * 2`),
  },
  (t) => [
    index("items_total_idx").on(t.total),
    check("items_total_ok", sql`${t.total} > 0`),
    unique("items_total_unique").on(t.total),
  ],
);
