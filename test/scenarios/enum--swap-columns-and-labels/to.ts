import { sql } from "drizzle-orm";
import { index, integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["c", "d"]);
export const f = pgEnum("f", ["a", "b"]);
export const t = pgTable(
  "t",
  { id: integer("id").primaryKey(), a: f("a").default("b"), b: e("b").notNull().default("c") },
  (t) => [
    index("i").on(t.a),
    index("w")
      .on(t.id)
      .where(sql`${t.b} = 'c'`),
  ],
);
