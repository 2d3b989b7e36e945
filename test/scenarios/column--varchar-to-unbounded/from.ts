import { integer, pgTable, varchar } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: varchar("a", { length: 20 }) });
