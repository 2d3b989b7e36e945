import { sql } from "drizzle-orm";
import { index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const items = pgTable("items", { id: integer("id").primaryKey(), a: text("a") }, (t) => [
  index("items_a").on(sql`${t.a} text_pattern_ops`),
]);
