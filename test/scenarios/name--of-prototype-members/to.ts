import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";

export const items = pgTable(
  "items",
  {
    id: integer("id").primaryKey(),
    proto: text("__proto__"),
    constructed: text("constructor").notNull().default("x"),
    zero: text("0"),
    one: text("1"),
    text_: text("toString"),
    own: text("hasOwnProperty"),
  },
  (t) => [
    index("__proto__").on(t.proto),
    unique("constructor").on(t.constructed),
    check("toString", sql`${t.zero} <> ''`),
  ],
);
export const proto = pgTable("hasOwnProperty", { id: integer("id").primaryKey() });
export const odd = pgEnum("valueOf", ["__proto__", "constructor", "0"]);
