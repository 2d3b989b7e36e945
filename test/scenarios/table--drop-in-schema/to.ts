import { integer, pgSchema, text } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const brands = shop.table("brands", { id: integer("id").primaryKey(), name: text("name").unique() });
