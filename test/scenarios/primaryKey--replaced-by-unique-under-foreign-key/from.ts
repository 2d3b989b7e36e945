import { integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey() });
export const parts = pgTable("parts", { item: integer("item").references(() => items.id) });
