import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable } from "drizzle-orm/pg-core";

export const users = pgTable("users", { id: integer("id").primaryKey() });
export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), n: integer("n"), userId: integer("user_id") },
  (t) => [check("items_n", sql`${t.n} > 0`), foreignKey({ columns: [t.userId], foreignColumns: [users.id] })],
);
