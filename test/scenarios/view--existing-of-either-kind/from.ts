import { boolean, integer, pgMaterializedView, pgTable, pgView, text, varchar } from "drizzle-orm/pg-core";

export const users = pgTable("users", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  email: varchar("email", { length: 80 }),
  age: integer("age"),
  active: boolean("active").notNull().default(true),
});
export const theirs = pgMaterializedView("heap", { id: integer("id") }).existing();
export const heap = pgView("theirs", { id: integer("id") }).existing();
