import { integer, pgSchema } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const items = shop.table("items", { id: integer("id").primaryKey().generatedByDefaultAsIdentity() });
