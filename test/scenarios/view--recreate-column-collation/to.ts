import { sql } from "drizzle-orm";
import { boolean, integer, pgTable, pgView, text, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  email: varchar("email", { length: 80 }),
  age: integer("age"),
  active: boolean("active").notNull().default(true),
});
export const rawUsers = pgView("raw_users", { id: integer("id") }).as(
  sql`select id, name collate "C" as name from users`,
);
