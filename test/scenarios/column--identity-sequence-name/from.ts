import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity({ name: "items_numbers" }),
  name: text("name"),
});
