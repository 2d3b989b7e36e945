import { integer, pgSchema } from "drizzle-orm/pg-core";

export const odd = pgSchema('Odd "schema".x');
export const mood = odd.enum("Mood.type", ["b", "a"]);
export const things = odd.table("Odd.things", {
  id: integer("Id").primaryKey(),
  mood: mood("Mood").notNull().default("a"),
});
