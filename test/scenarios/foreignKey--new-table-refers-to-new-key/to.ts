import { integer, pgTable, text } from "drizzle-orm/pg-core";

export const owners = pgTable("owners", { code: text("code").primaryKey() });
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  code: text("code").references(() => owners.code),
});
