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
    total: text("total").generatedAlwaysAs(sql`'y' || "n"::text`),
  },
  (t) => [
    foreignKey({ name: "items_user", columns: [t.userId], foreignColumns: [users.id] }).onDelete("cascade"),
    check("items_n", sql`${t.n} > 1`),
    unique("items_unique").on(t.n, t.userId),
    index("items_index").on(t.n, t.id),
  ],
);
