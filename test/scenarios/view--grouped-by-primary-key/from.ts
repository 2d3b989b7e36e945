import { sql } from "drizzle-orm";
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
export const rawUsers = pgView("noted", { id: integer("id") }).as(
  sql`select o.id, o.note, count(*) as n from orders o join users u on u.id = o.user_id group by o.id`,
);
