import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgSequence, pgTable, text, unique } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok"]);
export const counter = pgSequence("counter");
export const users = pgTable("users", { id: integer("id").primaryKey(), name: text("name") });
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    userId: integer("user_id").references(() => users.id),
    n: integer("n"),
    mood: mood("mood"),
  },
  (t) => [check("items_n", sql`${t.n} > 0`), unique("items_unique").on(t.n), index("items_index").on(t.n)],
);
