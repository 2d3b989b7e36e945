import { sql } from "drizzle-orm";
import { check, integer, pgTable } from "drizzle-orm/pg-core";

export const one = pgTable("one", { id: integer("id").primaryKey(), a: integer("a") }, (t) => [
  check("a_positive", sql`${t.a} > 0`),
]);
export const two = pgTable("two", { id: integer("id").primaryKey(), a: integer("a") });
