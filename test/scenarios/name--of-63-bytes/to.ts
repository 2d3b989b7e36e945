import { sql } from "drizzle-orm";
import { check, index, integer, pgTable } from "drizzle-orm/pg-core";

export const keep = pgTable("keep", { id: integer("id").primaryKey() });
export const long = pgTable(
  "lllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll",
  {
    id: integer("ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc").primaryKey(),
    ref: integer("ref").unique("uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu"),
  },
  (t) => [
    index("iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii").on(t.ref),
    check("kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk", sql`${t.ref} > 0`),
  ],
);
