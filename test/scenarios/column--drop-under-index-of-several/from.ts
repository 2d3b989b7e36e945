import { index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: text("a"), b: text("b") }, (t) => [
  index("items_a_b_idx").on(t.a, t.b),
  unique("items_b_a").on(t.b, t.a),
]);
