import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["it's", "plain", "back\\slash", 'quo"te']);
export const items = pgTable("items", { id: integer("id").primaryKey(), mood: mood("mood") });
