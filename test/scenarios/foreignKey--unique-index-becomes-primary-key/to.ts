import { integer, pgTable } from "drizzle-orm/pg-core";

export const p = pgTable("p", { id: integer("id").notNull(), x: integer("x").primaryKey() });
export const c = pgTable("c", { x: integer("x").references(() => p.x) });
