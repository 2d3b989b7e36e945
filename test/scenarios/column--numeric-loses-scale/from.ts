import { integer, numeric, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: numeric("a", { precision: 10, scale: 2 }),
});
