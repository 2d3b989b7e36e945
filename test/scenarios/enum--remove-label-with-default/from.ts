import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").default("ok"),
  moods: mood("moods").array().default(["ok"]),
});
