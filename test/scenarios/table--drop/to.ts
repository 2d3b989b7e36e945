import { integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";

export const customers = pgTable("customers", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
});
export const status = pgEnum("status", ["open", "closed"]);
