import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  numeric,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  varchar,
  type AnyPgColumn,
} from "drizzle-orm/pg-core";

export const customers = pgTable("customers", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
});
export const status = pgEnum("status", ["open", "closed"]);

export const orders = pgTable(
  "orders",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    customerId: integer("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    status: status("status").notNull().default("open"),
    code: varchar("code", { length: 20 }).unique(),
    net: numeric("net", { precision: 10, scale: 2 }).notNull().default("0"),
    gross: numeric("gross", { precision: 10, scale: 2 }).generatedAlwaysAs(sql`net * 1.2`),
    parentId: integer("parent_id").references((): AnyPgColumn => orders.id),
  },
  (t) => [
    unique("orders_customer_code").on(t.customerId, t.code),
    check("orders_net_positive", sql`${t.net} >= 0`),
    index("orders_open_idx")
      .on(t.customerId)
      .where(sql`${t.status} = 'open'`),
    uniqueIndex("orders_code_lower_idx").on(sql`lower(${t.code})`),
  ],
);
export const lines = pgTable(
  "lines",
  { orderId: integer("order_id").references(() => orders.id), position: integer("position") },
  (t) => [primaryKey({ columns: [t.orderId, t.position] })],
);
