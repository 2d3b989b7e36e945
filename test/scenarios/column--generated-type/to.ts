import { sql } from "drizzle-orm";
import { bigint, integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  net: integer("net").notNull().default(1),
  total: bigint("total", { mode: "number" }).generatedAlwaysAs(sql`net * 2`),
});
