import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, unique, varchar } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok"]);
export const users = pgTable("users", { id: integer("id").primaryKey(), name: text("name").notNull() });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    userId: integer("user_id").references(() => users.id),
    name: varchar("name", { length: 20 }),
    body: varchar("body"),
    amount: integer("amount").notNull().default(1),
    mood: mood("mood").default("ok"),
    old: text("old"),
  },
  (t) => [
    check("items_amount", sql`${t.amount} > 0`),
    unique("items_name").on(t.name),
    index("items_body").on(t.body),
  ],
);
