import { foreignKey, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const p = pgTable("p", { a: integer("a").notNull(), b: integer("b").notNull() }, (t) => [
  primaryKey({ columns: [t.a, t.b] }),
]);
export const c = pgTable("c", { a: integer("a"), b: integer("b") }, (t) => [
  foreignKey({ columns: [t.a, t.b], foreignColumns: [p.a, p.b] }),
]);
