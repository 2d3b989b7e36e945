import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["happy", "ok", "sad"]);
export const kinds = pgTable("kinds", { mood: mood("mood").primaryKey() });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").references(() => kinds.mood),
});
