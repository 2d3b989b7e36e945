import { boolean, integer, pgMaterializedView, pgTable, pgView, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  name: varchar("name", { length: 40 }).notNull(),
  email: varchar("email", { length: 80 }),
  age: integer("age"),
  active: boolean("active").notNull().default(true),
});
export const theirs = pgView("theirs", { id: integer("id") }).existing();
export const heap = pgMaterializedView("heap", { id: integer("id") }).existing();
