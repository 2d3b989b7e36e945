import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const feeling = pgEnum("feeling", ["low", "ok", "sad", "happy"]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: feeling("mood").notNull().default("ok"),
});
