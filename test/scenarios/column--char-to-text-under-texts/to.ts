import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer("id").primaryKey(), a: text("a") }, (t) => [
  check("c", sql`${t.a} in ('a', 'b')`),
  index("i")
    .on(t.id)
    .where(sql`${t.a} <> 'x'`),
  index("e").on(sql`coalesce(${t.a}, 'z')`),
]);
