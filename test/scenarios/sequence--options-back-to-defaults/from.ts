import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter", {
  startWith: 1,
  increment: 3,
  minValue: 1,
  maxValue: 5000,
  cache: 9,
  cycle: true,
});
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
