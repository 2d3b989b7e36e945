import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, timestamp } from "drizzle-orm/pg-core";

export const t = pgTable("t", { id: integer("id").primaryKey(), a: timestamp("a") }, (t) => [
  check("c", sql`${t.a} > '2020-01-01'`),
  index("i")
    .on(t.id)
    .where(sql`${t.a} > '2020-01-01'`),
]);
