import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["happy", "sad"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").notNull().default("sad"),
});
export const others = pgTable("others", { id: integer("id").primaryKey(), mood: mood("mood") });
