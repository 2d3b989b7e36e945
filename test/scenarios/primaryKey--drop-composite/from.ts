import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const items = pgTable("items", { a: integer("a"), b: integer("b") }, (t) => [
  primaryKey({ columns: [t.a, t.b] }),
]);
