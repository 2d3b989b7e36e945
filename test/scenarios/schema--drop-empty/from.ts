import { integer, pgSchema, pgTable } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const shop = pgSchema("shop");
