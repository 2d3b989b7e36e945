import { foreignKey, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const pairs = pgTable("pairs", { a: integer("a").notNull(), b: integer("b").notNull() }, (t) => [
  primaryKey({ columns: [t.a, t.b] }),
]);
export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), pa: integer("pa"), pb: integer("pb") },
  (t) => [
    foreignKey({ name: "items_pair_fk", columns: [t.pa, t.pb], foreignColumns: [pairs.a, pairs.b] }).onUpdate(
      "cascade",
    ),
  ],
);
