import { index, integer, pgSchema, text } from "drizzle-orm/pg-core";

export const shop = pgSchema("shop");
export const items = shop.table("items", { id: integer("id").primaryKey(), a: text("a") }, (t) => [
  index("items_a_idx").on(t.a),
]);
