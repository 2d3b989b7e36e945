import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, real, text } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  { id: integer("id").primaryKey(), a: bigint("a", { mode: "number" }), n: real("n"), v: text("v") },
  (t) => [
    check("a_listed", sql`${t.a} in (1, 2, 3)`),
    check("a_positive", sql`${t.a} > 0`),
    check("n_positive", sql`coalesce(${t.n}, 1) >= 0`),
    check("v_listed", sql`${t.v} in ('x', 'y')`),
    index("a_some")
      .on(t.id)
      .where(sql`${t.a} in (1, 2)`),
    index("n_some")
      .on(t.id)
      .where(sql`${t.n} > 1.5`),
    index("n_half").on(sql`(${t.n} / 2)`),
  ],
);
