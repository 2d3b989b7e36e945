import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  other: integer("other").unique("users_other"),
});
export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    userId: integer("user_id").notNull(),
    n: integer("n").notNull(),
    total: text("total").generatedAlwaysAs(sql`'x' || "n"::text`),
  },
  (t) => [
    foreignKey({ name: "items_user", columns: [t.userId], foreignColumns: [users.id] }),
    check("items_n", sql`${t.n} > 0`),
    unique("items_unique").on(t.userId, t.n),
    index("items_index").on(t.n),
  ],
);
