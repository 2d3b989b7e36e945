import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity({
    startWith: 50,
    increment: 5,
    minValue: 0,
    maxValue: 5000,
    cache: 3,
    cycle: true,
  }),
  name: text("name"),
});
