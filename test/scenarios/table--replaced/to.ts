import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text } from "drizzle-orm/pg-core";

export const letters = pgTable("letters", { id: integer("id").primaryKey(), title: text("title") }, (t) => [
  index("title_idx").on(t.title),
  check("title_said", sql`${t.title} <> ''`),
]);
