import { and, between, count, desc, eq, gt, inArray, isNotNull, like, or, sql, sum } from "drizzle-orm";
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

export const everything = pgView("everything").as((qb) =>
  qb
    .select({
      id: users.id,
      mail: sql<string>`lower(${users.email})`.as("mail"),
      spent: sum(orders.total).as("spent"),
      number: count(orders.id).as("number"),
    })
    .from(users)
    .leftJoin(orders, and(eq(orders.userId, users.id), gt(orders.total, "1.5")))
    .where(
      or(inArray(users.name, ["Ada", "it's", "a\\b"]), isNotNull(users.email), between(users.age, 1, 99)),
    )
    .groupBy(users.id, users.email)
    .having(gt(count(orders.id), 0))
    .orderBy(desc(users.id))
    .limit(10),
);
export const adults = pgView("adults").as((qb) =>
  qb
    .selectDistinct()
    .from(users)
    .where(and(gt(users.age, 17), like(users.email, "%@%"), inArray(users.email, ["a", "b"]))),
);
