import { sql } from "drizzle-orm";
import { integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  net: integer("net").notNull().default(1),
  total: integer("total").generatedAlwaysAs(sql`net * 2 + 1`),
});
