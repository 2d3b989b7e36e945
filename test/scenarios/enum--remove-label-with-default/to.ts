import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "happy"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood"),
  moods: mood("moods").array(),
});
