import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", { b: text("b"), a: text("a"), id: integer("id").primaryKey() });
