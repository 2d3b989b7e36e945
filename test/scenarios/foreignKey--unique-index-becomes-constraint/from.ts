import { integer, pgTable, uniqueIndex } from "drizzle-orm/pg-core";

export const p = pgTable("p", { id: integer("id").notNull(), x: integer("x").notNull() }, (t) => [
  uniqueIndex("u").on(t.x),
]);
export const c = pgTable("c", { x: integer("x").references(() => p.x) });
