import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: text("a").default("b"),
  b: text("b").default("select a from items"),
});
