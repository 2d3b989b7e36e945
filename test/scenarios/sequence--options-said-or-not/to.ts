import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter", {
  startWith: 1,
  increment: 1,
  minValue: "1",
  maxValue: "9223372036854775807",
  cache: 1,
  cycle: false,
});
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
