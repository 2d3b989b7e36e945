import { integer, jsonb, pgTable, text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";

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
  (t) => [uniqueIndex("items_a_key").on(t.a)],
);
