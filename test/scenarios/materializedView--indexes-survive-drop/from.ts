import { sum } from "drizzle-orm";
import { integer, numeric, pgMaterializedView, pgTable, text } from "drizzle-orm/pg-core";

export const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  userId: integer("user_id").notNull(),
  total: numeric("total", { precision: 10, scale: 2 }).notNull(),
  note: text("note"),
});
export const totals = pgMaterializedView("totals").as((qb) =>
  qb
    .select({ userId: orders.userId, total: sum(orders.total).as("total") })
    .from(orders)
    .groupBy(orders.userId),
);
