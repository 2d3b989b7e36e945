import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["a", "sad", "b", "c", "ok", "happy", "d"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").notNull().default("ok"),
});
