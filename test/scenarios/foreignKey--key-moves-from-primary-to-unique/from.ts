import { integer, pgTable } from "drizzle-orm/pg-core";

export const p = pgTable("p", { id: integer("id").primaryKey(), x: integer("x").notNull() });
export const c = pgTable("c", { x: integer("x").references(() => p.id) });
