import { eq } from "drizzle-orm";
import { boolean, integer, numeric, pgTable, pgView, text, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  email: varchar("email", { length: 80 }),
  age: integer("age"),
  active: boolean("active").notNull().default(true),
});
export const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  userId: integer("user_id").notNull(),
  total: numeric("total", { precision: 10, scale: 2 }).notNull(),
  note: text("note"),
});
export const userOrders = pgView("user_orders").as((qb) =>
  qb.select({ id: users.id, total: orders.total }).from(users).innerJoin(orders, eq(orders.userId, users.id)),
);
