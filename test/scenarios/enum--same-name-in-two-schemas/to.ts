import { integer, pgEnum, pgSchema, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy", "numb"]);
export const one = pgSchema("one");
export const two = pgSchema("two");
export const otherMood = one.enum("mood", ["ok", "sad", "happy"]);
export const items = one.table("items", {
  id: integer("id").primaryKey(),
  mood: otherMood("mood").notNull().default("ok"),
});
export const publicItems = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").notNull().default("ok"),
});
