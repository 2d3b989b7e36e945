import { integer, pgTable } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { id: integer("id").primaryKey() });
export const items = pgTable("items", { id: integer("id").primaryKey() });
