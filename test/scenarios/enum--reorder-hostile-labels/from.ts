import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", [
  "it's",
  "two words",
  "",
  "MixedCase",
  "comma,",
  'quo"te',
  "☕",
  "back\\slash",
  "NULL",
  "{}",
]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").default("it's"),
  moods: mood("moods").array().default(["two words", "", 'quo"te', "comma,", "NULL", "back\\slash"]),
});
