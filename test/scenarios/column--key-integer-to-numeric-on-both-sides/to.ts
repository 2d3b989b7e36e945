import { numeric, pgTable } from "drizzle-orm/pg-core";

export const p = pgTable("p", { id: numeric("id").primaryKey() });
export const c = pgTable("c", { a: numeric("a").references(() => p.id) });
