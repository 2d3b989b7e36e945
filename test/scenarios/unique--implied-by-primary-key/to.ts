import { integer, pgTable, primaryKey, unique } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey().unique() });
