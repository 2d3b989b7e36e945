import { sql } from "drizzle-orm";
import { integer, pgTable, smallint } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  net: smallint("net").notNull().default(1),
  total: integer("total").generatedAlwaysAs(sql`net * 2`),
});
