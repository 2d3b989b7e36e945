import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const counter = pgSequence("counter", {
  startWith: 200,
  increment: 7,
  minValue: 0,
  maxValue: "9007199254740993",
  cache: 4,
  cycle: true,
});
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
