import { index, integer, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    a: text("a"),
    b: integer("b"),
    tags: text("tags").array(),
    data: jsonb("data"),
    seenAt: timestamp("seen_at"),
  },
  (t) => [index("items_i").on(t.a)],
);
