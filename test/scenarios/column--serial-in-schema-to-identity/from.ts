import { pgSchema, serial } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const items = shop.table("items", { id: serial("id").primaryKey() });
