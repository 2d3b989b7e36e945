import { integer, pgTable, text, unique } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: text("a"), b: text("b") }, (t) => [
  unique("items_u").on(t.b),
]);
