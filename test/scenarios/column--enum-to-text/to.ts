import { integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy"]);
export const feeling = pgEnum("feeling", ["ok", "happy", "sad", "numb"]);
export const items = pgTable("items", { id: integer("id").primaryKey(), a: text("a") });
