import { sql } from "drizzle-orm";
import { check, integer, numeric, pgEnum, pgSchema, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

export const mood = pgEnum("mood", ["sad", "ok", "happy", "numb"]);
export const shop = pgSchema("shop");
export const customers = pgTable(
  "customers",
  {
    id: integer("id").primaryKey(),
    email: text("email").notNull(),
    mood: mood("mood").notNull().default("ok"),
  },
  (t) => [uniqueIndex("customers_email_idx").on(sql`lower(${t.email})`)],
);
export const orders = pgTable(
  "orders",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    customerId: integer("customer_id")
      .notNull()
      .references(() => customers.id, { onDelete: "cascade" }),
    total: numeric("total", { precision: 12, scale: 2 }).notNull().default("0"),
  },
  (t) => [check("orders_total_positive", sql`${t.total} >= 0`)],
);
export const parcels = shop.table("parcels", {
  id: integer("id").primaryKey(),
  orderId: integer("order_id").references(() => orders.id),
});
