import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy"]);
export const users = pgTable("users", { id: integer("id").primaryKey(), name: text("name").notNull() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    userId: integer("user_id").references(() => users.id),
    name: text("name"),
    body: text("body").default("-"),
    amount: integer("amount").notNull().default(2),
    mood: mood("mood").default("ok"),
    more: text("more").notNull().default("x"),
  },
  (t) => [
    check("items_amount", sql`${t.amount} > 0`),
    unique("items_name").on(t.name),
    index("items_body").on(t.body),
    index("items_amount_index").on(t.amount, t.id),
  ],
);
