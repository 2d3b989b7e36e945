import { integer, pgSchema, pgTable } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const numbers = shop.sequence("numbers", { startWith: 3 });
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
