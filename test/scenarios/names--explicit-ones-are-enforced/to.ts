import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";

export const users = pgTable(
  "users",
  {
    id: integer("id").generatedAlwaysAsIdentity({ name: "users_counter" }),
    email: text("email").unique("users_by_email"),
    name: text("name"),
  },
  (t) => [primaryKey({ name: "users_key", columns: [t.id] }), unique("users_by_name").on(t.name, t.email)],
);
export const orders = pgTable(
  "orders",
  { a: integer("a").notNull(), b: integer("b").notNull(), user: integer("user"), n: integer("n") },
  (t) => [
    primaryKey({ name: "orders_key", columns: [t.a, t.b] }),
    foreignKey({ name: "orders_user", columns: [t.user], foreignColumns: [users.id] }),
    index("orders_1").on(t.n),
    index("orders_2").on(t.user, t.n.desc()),
    uniqueIndex("orders_3").on(t.n, t.a),
    index("orders_4")
      .on(t.b)
      .where(sql`${t.n} > 5`),
    index("orders_5").using("hash", t.user),
  ],
);
export const lines = pgTable(
  "lines",
  { a: integer("a"), b: integer("b"), next: integer("next").unique("lines_one_next") },
  (t) => [
    foreignKey({ name: "lines_order", columns: [t.a, t.b], foreignColumns: [orders.a, orders.b] }).onDelete(
      "cascade",
    ),
    foreignKey({ name: "lines_next", columns: [t.next], foreignColumns: [t.next] }),
  ],
);
