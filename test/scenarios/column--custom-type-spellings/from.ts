import { bigint, integer, numeric, pgTable, real, timestamp, varchar } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  seen: timestamp("seen", { withTimezone: true }),
  amount: numeric("amount", { precision: 10, scale: 2 }),
  size: bigint("size", { mode: "number" }),
  name: varchar("name", { length: 20 }),
  flag: real("flag"),
});
