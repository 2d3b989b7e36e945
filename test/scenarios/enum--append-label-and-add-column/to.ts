import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy", "numb"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").notNull().default("ok"),
  later: mood("later").notNull().default("numb"),
});
