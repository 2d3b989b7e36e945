import { foreignKey, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const parents = pgTable("parents", { a: integer("a").notNull(), b: integer("b").notNull() }, (t) => [
  primaryKey({ name: "k2", columns: [t.a] }),
]);
export const children = pgTable(
  "children",
  { id: integer("id").primaryKey(), a: integer("a"), b: integer("b") },
  (t) => [foreignKey({ name: "children_parent_fk", columns: [t.a], foreignColumns: [parents.a] })],
);
