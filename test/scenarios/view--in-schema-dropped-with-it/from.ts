import { lt } from "drizzle-orm";
import { integer, pgSchema, pgTable } from "drizzle-orm/pg-core";

const shop = pgSchema("shop");
export const items = pgTable("items", { id: integer("id").primaryKey(), price: integer("price") });
export const cheap = shop.view("cheap").as((qb) => qb.select().from(items).where(lt(items.price, 5)));
