import { sql } from "drizzle-orm";
import { customType, doublePrecision, integer, numeric, pgTable, real } from "drizzle-orm/pg-core";

const amount = customType<{ data: number; driverData: string }>({
  dataType: () => "numeric(10, 2)",
  toDriver: (value) => value.toString(),
});
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: numeric("a").default(sql`0`),
  b: numeric("b", { precision: 10, scale: 2 }).default("-1"),
  c: amount("c").default(sql`24`),
  d: real("d").default(sql`1.5`),
  e: doublePrecision("e").default(sql`'-2'`),
  f: integer("f").default(sql`'3'`),
});
