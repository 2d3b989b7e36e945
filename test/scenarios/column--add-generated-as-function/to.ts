import { sql, type SQL } from "drizzle-orm";
import { index, integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    net: integer("net").notNull().default(1),
    total: integer("total")
      .notNull()
      .generatedAlwaysAs((): SQL => sql`${items.net} * 2 + length('it''s')`),
  },
  (t) => [index("items_total_idx").on(t.total)],
);
