import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, unique } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy", "numb"]);
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    mood: mood("mood").notNull().default("ok"),
    moods: mood("moods").array().notNull().default(["ok", "sad"]),
    plain: mood("plain"),
    n: integer("n"),
  },
  (t) => [
    index("items_mood_idx").on(t.mood),
    index("items_low_idx")
      .on(t.id)
      .where(sql`${t.mood} = 'sad'`),
    check("items_mood_said", sql`${t.mood} <> 'happy' OR ${t.n} IS NOT NULL`),
    unique("items_mood_n").on(t.mood, t.n),
    index("items_moods_idx").using("gin", t.moods),
  ],
);
