import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const items = pgTable("items", { a: integer("a").notNull(), b: integer("b").notNull() }, (t) => [
  primaryKey({ columns: [t.a, t.b] }),
]);
