import { integer, pgSchema } from "drizzle-orm/pg-core";

export const one = pgSchema("one");
export const two = pgSchema("two");
export const mood = two.enum("mood", ["sad", "ok", "happy"]);
export const items = one.table("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").notNull().default("ok"),
});
