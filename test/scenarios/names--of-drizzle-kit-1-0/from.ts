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
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    email: text("email").unique(),
    name: text("name"),
  },
  (t) => [unique().on(t.name, t.email)],
);
export const orders = pgTable(
  "orders",
  {
    a: integer("a").notNull(),
    b: integer("b").notNull(),
    user: integer("user").references(() => users.id),
    n: integer("n"),
  },
  (t) => [
    primaryKey({ columns: [t.a, t.b] }),
    index().on(t.n),
    index().on(t.user, t.n.desc()),
    uniqueIndex().on(t.n, t.a),
    index()
      .on(t.b)
      .where(sql`${t.n} > 5`),
    index().using("hash", t.user),
  ],
);
export const lines = pgTable(
  "lines",
  { a: integer("a"), b: integer("b"), next: integer("next").unique() },
  (t) => [
    foreignKey({ columns: [t.a, t.b], foreignColumns: [orders.a, orders.b] }).onDelete("cascade"),
    foreignKey({ columns: [t.next], foreignColumns: [t.next] }),
  ],
);
