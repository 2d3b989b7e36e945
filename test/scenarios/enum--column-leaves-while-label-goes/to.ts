import { integer, pgEnum, pgTable, text, varchar } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["b"]);
export const t = pgTable("t", {
  id: integer("id").primaryKey(),
  a: integer("a").default(1),
  b: text("b").array(),
  c: varchar("c", { length: 4 }),
  d: e("d"),
});
