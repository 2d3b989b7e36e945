import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: text("a"), b: text("b") }, (t) => [
  uniqueIndex("items_u").on(t.a),
]);
