import { integer, pgTable, timestamp } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: timestamp("a", { precision: 3 }),
});
