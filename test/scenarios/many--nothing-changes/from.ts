import { integer, pgEnum, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy"]);
export const counter = pgSequence("counter");
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").notNull().default("ok"),
});
