import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id")
    .primaryKey()
    .generatedByDefaultAsIdentity({ increment: -1, minValue: -1000, maxValue: 1000, startWith: 0 }),
  name: text("name"),
});
