import { sql } from "drizzle-orm";
import { boolean, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

export const t = pgTable("t", {
  id: integer("id").primaryKey(),
  a: timestamp("a").default(sql`now() at time zone 'utc'`),
  b: boolean("b").default(sql`not true`),
});
