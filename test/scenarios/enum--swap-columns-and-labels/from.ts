import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["a", "b", "x"]);
export const f = pgEnum("f", ["c", "d", "y"]);
export const t = pgTable(
  "t",
  { id: integer("id").primaryKey(), a: e("a").default("a"), b: f("b").notNull().default("c") },
  (t) => [
    index("i").on(t.a),
    index("w")
      .on(t.id)
      .where(sql`${t.b} = 'c'`),
  ],
);
