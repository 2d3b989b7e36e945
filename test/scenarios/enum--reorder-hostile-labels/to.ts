import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", [
  "{}",
  "NULL",
  "back\\slash",
  "☕",
  'quo"te',
  "comma,",
  "MixedCase",
  "",
  "two words",
  "it's",
]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  mood: mood("mood").default("it's"),
  moods: mood("moods").array().default(["two words", "", 'quo"te', "comma,", "NULL", "back\\slash"]),
});
