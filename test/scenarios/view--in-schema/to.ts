import { eq, lt } from "drizzle-orm";
import { integer, pgSchema } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const items = shop.table("items", { id: integer("id").primaryKey(), price: integer("price") });
export const cheap = shop.view("cheap").as((qb) => qb.select().from(items).where(lt(items.price, 5)));
export const stock = shop
  .materializedView("stock")
  .as((qb) => qb.select({ id: items.id }).from(cheap).innerJoin(items, eq(items.id, cheap.id)));
