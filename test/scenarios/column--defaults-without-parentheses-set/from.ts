import { boolean, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

export const t = pgTable("t", {
  id: integer("id").primaryKey(),
  a: timestamp("a"),
  b: boolean("b").default(false),
});
