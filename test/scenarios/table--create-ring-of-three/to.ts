import { integer, pgTable, type AnyPgColumn } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const a = pgTable("ring_a", {
  id: integer("id").primaryKey(),
  next: integer("next").references((): AnyPgColumn => b.id),
});
export const b = pgTable("ring_b", {
  id: integer("id").primaryKey(),
  next: integer("next").references((): AnyPgColumn => c.id),
});
export const c = pgTable("ring_c", {
  id: integer("id").primaryKey(),
  next: integer("next").references((): AnyPgColumn => a.id),
});
