import { and, eq, inArray, ne, sql } from "drizzle-orm";
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
export const picked = pgView("picked").as((qb) =>
  qb
    .select({ id: users.id, label: sql<string>`${"it's"} || '\\' || ${users.name}`.as("label") })
    .from(users)
    .where(and(eq(users.active, true), inArray(users.age, [1, 2, 36]), ne(users.name, "$1 ${x} `y` \\"))),
);
