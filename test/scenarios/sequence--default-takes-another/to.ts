import { sql } from "drizzle-orm";
import { bigint, integer, pgSchema, pgTable } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const one = shop.sequence("one");
export const two = shop.sequence("two", { startWith: 50 });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  number: bigint("number", { mode: "number" }).default(sql`nextval('shop.two')`),
});
