import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), b: text("b") }, (t) => [
  index("items_idx").on(t.b),
]);
