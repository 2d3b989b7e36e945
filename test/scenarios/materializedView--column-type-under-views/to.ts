import { gt } from "drizzle-orm";
import { integer, numeric, pgMaterializedView, pgTable, pgView, varchar } from "drizzle-orm/pg-core";

export const orders = pgTable("orders", {
  id: integer("id").primaryKey(),
  userId: integer("user_id").notNull(),
  total: numeric("total", { precision: 10, scale: 2 }).notNull(),
  note: varchar("note", { length: 9 }),
});
export const big = pgView("z_big").as((qb) => qb.select().from(orders).where(gt(orders.total, "5")));
export const notes = pgMaterializedView("b_notes").as((qb) =>
  qb.select({ id: big.id, note: big.note }).from(big),
);
export const again = pgView("a_again").as((qb) => qb.select().from(notes));
export const other = pgMaterializedView("other").as((qb) => qb.select({ id: orders.id }).from(orders));
