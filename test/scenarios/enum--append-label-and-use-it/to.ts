import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy", "numb"]);
export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), mood: mood("mood").notNull().default("numb") },
  (t) => [
    index("items_numb_idx")
      .on(t.id)
      .where(sql`${t.mood} = 'numb'`),
    check("items_numb_late", sql`${t.mood} <> 'numb' OR ${t.id} > 0`),
  ],
);
