import { integer, pgTable } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", {
  id: integer("id").primaryKey(),
  number: integer("number").notNull().unique(),
});
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  owner: integer("owner").references(() => owners.number),
});
