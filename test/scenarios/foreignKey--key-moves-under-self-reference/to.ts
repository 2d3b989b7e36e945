import { integer, pgTable, type AnyPgColumn } from "drizzle-orm/pg-core";

export const p = pgTable("p", {
  id: integer("id").notNull().unique(),
  x: integer("x").primaryKey(),
  parent: integer("parent").references((): AnyPgColumn => p.id),
});
