import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const one = pgTable("one", { id: integer("id").primaryKey(), a: text("a") });
export const two = pgTable("two", { id: integer("id").primaryKey(), a: text("a") }, (t) => [
  index("a_idx").on(t.a),
]);
