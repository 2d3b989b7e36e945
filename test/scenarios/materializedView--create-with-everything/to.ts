import { sum } from "drizzle-orm";
import { integer, numeric, pgMaterializedView, pgTable, text } from "drizzle-orm/pg-core";

export const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  userId: integer("user_id").notNull(),
  total: numeric("total", { precision: 10, scale: 2 }).notNull(),
  note: text("note"),
});
export const totals = pgMaterializedView("totals")
  .using("heap")
  .with({
    fillfactor: 90,
    autovacuumEnabled: false,
    autovacuumVacuumScaleFactor: 0.25,
    toastTupleTarget: 256,
  })
  .tablespace("pg_default")
  .withNoData()
  .as((qb) =>
    qb
      .select({ userId: orders.userId, total: sum(orders.total).as("total") })
      .from(orders)
      .groupBy(orders.userId),
  );
