import { bigint, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedByDefaultAsIdentity({
    startWith: 100,
    increment: 10,
    minValue: 10,
    maxValue: 100000,
    cache: 5,
    cycle: true,
  }),
  name: text("name"),
});
