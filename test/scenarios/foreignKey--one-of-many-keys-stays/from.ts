import { integer, pgTable, unique, uniqueIndex } from "drizzle-orm/pg-core";

export const p = pgTable("p", { id: integer("id").notNull(), x: integer("x").primaryKey() }, (t) => [
  unique("u1").on(t.x),
  unique("u2").on(t.x),
  uniqueIndex("u3").on(t.x),
]);
export const c = pgTable("c", { x: integer("x").references(() => p.x) });
