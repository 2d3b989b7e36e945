import { integer, pgSequence, pgTable } from "drizzle-orm/pg-core";

export const up = pgSequence("up", {
  startWith: 100,
  increment: 10,
  minValue: 10,
  maxValue: 1000000,
  cache: 5,
  cycle: true,
});
export const down = pgSequence("down", {
  startWith: -1,
  increment: -1,
  minValue: "-9223372036854775808",
  maxValue: -1,
});
export const big = pgSequence("big", { startWith: "9007199254740993", maxValue: "9223372036854775806" });
export const keep = pgTable("keep", { id: integer("id").primaryKey() });
