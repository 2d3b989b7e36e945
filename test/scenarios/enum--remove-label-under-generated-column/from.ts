import { sql } from "drizzle-orm";
import { integer, pgEnum, pgTable } from "drizzle-orm/pg-core";

export const e = pgEnum("e", ["a", "b"]);
export const t = pgTable("t", {
  id: integer("id").primaryKey(),
  a: e("a"),
  g: e("g").generatedAlwaysAs(sql`a`),
});
