import { integer, pgTable, primaryKey } from "drizzle-orm/pg-core";

export const pairs = pgTable("pairs", { a: integer("a").notNull(), b: integer("b").notNull() }, (t) => [
  primaryKey({ columns: [t.a, t.b] }),
]);
export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  pa: integer("pa"),
  pb: integer("pb"),
});
