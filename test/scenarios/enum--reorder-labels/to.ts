import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["happy", "sad", "ok"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").notNull().default("ok"),
});
