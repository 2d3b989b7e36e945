import { integer, pgTable, type AnyPgColumn } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const aLast = pgTable("a_last", {
  id: integer("id").primaryKey(),
  middleId: integer("middle_id").references((): AnyPgColumn => mMiddle.id),
});
export const mMiddle = pgTable("m_middle", {
  id: integer("id").primaryKey(),
  firstId: integer("first_id").references((): AnyPgColumn => zFirst.id),
});
export const zFirst = pgTable("z_first", { id: integer("id").primaryKey() });
