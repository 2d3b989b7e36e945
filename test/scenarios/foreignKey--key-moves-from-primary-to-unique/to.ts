import { integer, pgTable } from "drizzle-orm/pg-core";

export const p = pgTable("p", { id: integer("id").notNull().unique(), x: integer("x").primaryKey() });
export const c = pgTable("c", { x: integer("x").references(() => p.id) });
