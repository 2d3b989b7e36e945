import { sql } from "drizzle-orm";
import { check, index, integer, pgTable } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer("id").primaryKey(), n: integer("n") }, (t) => [
  check("a", sql`public.t.n > 0`),
  check("b", sql`"public"."t"."n" < 9 and 'public.t.n' <> ''`),
  check("c", sql`t.n > 0`),
  index("w")
    .on(t.id)
    .where(sql`public.t.n > 1`),
]);
