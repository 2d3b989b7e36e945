import { sql } from "drizzle-orm";
import { check, index, integer, numeric, pgTable } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer("id").primaryKey(), a: numeric("a") }, (t) => [
  check("c", sql`${t.a} in (1, 2)`),
  index("i").on(sql`(${t.a} / 2)`),
  index("p")
    .on(t.a)
    .where(sql`${t.a} > 0`),
]);
