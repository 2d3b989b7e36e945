import { integer, pgTable } from "drizzle-orm/pg-core";

export const t = pgTable("t", {
  id: integer("id").primaryKey().generatedByDefaultAsIdentity({ minValue: 1000, startWith: 1000 }),
  a: integer("a"),
});
