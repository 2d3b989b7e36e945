import { sql } from "drizzle-orm";
import { integer, pgTable } from "drizzle-orm/pg-core";

export const items = pgTable("items", {
  id: integer("id").primaryKey(),
  a: integer("a"),
  b: integer("b"),
  c: integer("c").generatedAlwaysAs(sql`a + b`),
});
