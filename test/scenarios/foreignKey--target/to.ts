import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", {
  id: integer("id").primaryKey(),
  code: text("code").notNull().unique("owners_code"),
});
export const teams = pgTable("teams", { id: integer("id").primaryKey() });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  ownerId: integer("owner_id").references(() => teams.id),
});
