import { sql } from "drizzle-orm";
import { customType, doublePrecision, integer, numeric, pgTable, real } from "drizzle-orm/pg-core";

const amount = customType<{ data: number; driverData: string }>({
  dataType: () => "numeric(10, 2)",
  toDriver: (value) => value.toString(),
});
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: numeric("a").default("0"),
  b: numeric("b", { precision: 10, scale: 2 }).default(sql`-1`),
  c: amount("c").default(24),
  d: real("d").default(sql`'1.5'`),
  e: doublePrecision("e").default(-2),
  f: integer("f").default(3),
});
