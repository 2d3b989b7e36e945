import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["1", "b"]);
export const t = pgTable("t", {
  id: integer("id").primaryKey(),
  a: e("a").default("1"),
  b: e("b").array(),
  c: e("c"),
  d: e("d"),
});
