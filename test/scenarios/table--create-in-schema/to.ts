import { sql } from "drizzle-orm";
import { check, index, integer, pgSchema, text } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const brands = shop.table("brands", { id: integer("id").primaryKey(), name: text("name").unique() });
export const products = shop.table(
  "products",
  {
    id: integer("id").primaryKey(),
    brandId: integer("brand_id")
      .notNull()
      .references(() => brands.id),
  },
  (t) => [index().on(t.brandId), check("products_id_positive", sql`${t.id} > 0`)],
);
