import { integer, pgTable, type AnyPgColumn } from "drizzle-orm/pg-core";

export const p = pgTable("p", {
  id: integer("id").primaryKey(),
  x: integer("x").notNull(),
  parent: integer("parent").references((): AnyPgColumn => p.id),
});
