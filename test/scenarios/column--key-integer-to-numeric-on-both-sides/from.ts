import { integer, pgTable } from "drizzle-orm/pg-core";

export const p = pgTable("p", { id: integer("id").primaryKey() });
export const c = pgTable("c", { a: integer("a").references(() => p.id) });
