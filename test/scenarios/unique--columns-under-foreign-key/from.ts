import { foreignKey, integer, pgTable, unique } from "drizzle-orm/pg-core";

export const owners = pgTable(
  "owners",
  { id: integer("id").primaryKey(), a: integer("a").notNull(), b: integer("b").notNull() },
  (t) => [unique("owners_u").on(t.a)],
);
export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), x: integer("x"), y: integer("y") },
  (t) => [foreignKey({ name: "items_owner_fk", columns: [t.x], foreignColumns: [owners.a] })],
);
