import { sql } from "drizzle-orm";
import { integer, numeric, pgTable, timestamp } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: numeric("a", { precision: 6, scale: 2 }).default("1.5"),
  b: timestamp("b", { precision: 3 }).default(sql`now()`),
});
