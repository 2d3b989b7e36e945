import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, unique } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
// Postgres keeps the first 63 bytes of each of these.
export const long = pgTable(
  "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
  {
    id: integer("cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc").primaryKey(),
    ref: integer("ref"),
  },
  (t) => [
    index("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii").on(t.ref),
    unique("uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu").on(t.ref),
    check("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", sql`${t.ref} > 0`),
  ],
);
