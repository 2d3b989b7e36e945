import { integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "happy"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood"),
  was: text("was").default("ok"),
});
