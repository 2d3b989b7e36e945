import { integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("Odd items", {
  id: integer("Big Id").primaryKey().generatedAlwaysAsIdentity({ name: "Odd.numbers" }),
});
