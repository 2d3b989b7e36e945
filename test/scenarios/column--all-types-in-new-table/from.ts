import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy"]);
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
